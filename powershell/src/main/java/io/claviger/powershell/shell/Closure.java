package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Sink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script block with the scope that it was written in. */
final class Closure implements ScriptBlock {

    private final Body body;
    private final ExecutionContext execution;
    private final Scope scope;
    private final boolean closed;

    Closure(Body body, ExecutionContext execution, Scope scope) {
        this(body, execution, scope, false);
    }

    private Closure(Body body, ExecutionContext execution, Scope scope, boolean closed) {
        this.body = body;
        this.execution = execution;
        this.scope = scope;
        this.closed = closed;
    }

    /** The command that runs the block, in the scope that calls it or in a scope of its own. */
    FunctionCmdlet command(boolean inPlace) {
        return new FunctionCmdlet("", body, execution, inPlace, closed ? scope : null);
    }

    /** {@code GetNewClosure()}: the same with copies of the variables that it sees now. */
    Closure closed() {
        return new Closure(body, execution, execution.engine().scope().copied(), true);
    }

    @Override
    public String source() {
        return body.text();
    }

    @Override
    public void invoke(@Nullable Object item, List<? extends @Nullable Object> arguments, Sink out) {
        invoke("_", item, arguments, out);
    }

    @Override
    public void invokeOn(Object self, List<? extends @Nullable Object> arguments, Sink out) {
        invoke("this", self, arguments, out);
    }

    private void invoke(String variable, @Nullable Object value, List<? extends @Nullable Object> arguments, Sink out) {
        List<GivenArgument> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(new GivenArgument.Value(argument, "", given.size()));
        }
        FunctionCmdlet function = new FunctionCmdlet("", body, execution);
        Binding binding = Binder.bind(function.description(), given, false, Binder.Asking.NOBODY);
        Scope inner = new Scope(scope);
        inner.set(variable, value);
        execution.engine().scopes.in(inner, () -> {
            function.set(binding.arguments());
            guarded(out);
        });
    }

    @Override
    public void invokeInPlace(@Nullable Object item, Sink out) {
        @Nullable Object before = scope.get("_");
        scope.set("_", item);
        try {
            execution.engine().scopes.in(scope, () -> guarded(out));
        } finally {
            scope.set("_", before);
        }
    }

    private void guarded(Sink out) {
        execution.engine().calls.enter();
        try {
            for (Block block : new @Nullable Block[] {body.begin(), body.process(), body.end()}) {
                if (block != null) {
                    execution.run(block, out);
                }
            }
        } catch (Flow.Return _) {
            // The block is done.
        } finally {
            execution.engine().calls.leave();
        }
    }
}
