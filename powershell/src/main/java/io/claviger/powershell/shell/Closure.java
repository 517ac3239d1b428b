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
    private final Execution execution;
    private final Scope scope;

    Closure(Body body, Execution execution, Scope scope) {
        this.body = body;
        this.execution = execution;
        this.scope = scope;
    }

    Body body() {
        return body;
    }

    Execution execution() {
        return execution;
    }

    @Override
    public String source() {
        return body.text();
    }

    @Override
    public void invoke(@Nullable Object item, List<? extends @Nullable Object> arguments, Sink out) {
        List<GivenArgument> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(new GivenArgument.Value(argument, ""));
        }
        FunctionCmdlet function = new FunctionCmdlet("", body, execution);
        Binding binding = Binder.bind(function.description(), given, false, Binder.Asking.NOBODY);
        Scope inner = new Scope(scope);
        inner.set("_", item);
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
