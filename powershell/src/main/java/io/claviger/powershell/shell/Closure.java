package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.Given;
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
    private final Interpreter interpreter;
    private final Scope scope;

    Closure(Body body, Interpreter interpreter, Scope scope) {
        this.body = body;
        this.interpreter = interpreter;
        this.scope = scope;
    }

    Body body() {
        return body;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    @Override
    public String source() {
        return body.text();
    }

    @Override
    public void invoke(@Nullable Object item, List<? extends @Nullable Object> arguments, Sink out) {
        List<Given> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(new Given.Value(argument, ""));
        }
        FunctionCmdlet function = new FunctionCmdlet("", body, interpreter);
        Binding binding = Binder.bind(function.description(), given, false, Binder.Asking.NOBODY);
        Scope inner = new Scope(scope);
        inner.set("_", item);
        interpreter.engine.in(inner, () -> {
            function.set(binding.arguments());
            guarded(out);
        });
    }

    @Override
    public void invokeInPlace(@Nullable Object item, Sink out) {
        @Nullable Object before = scope.get("_");
        scope.set("_", item);
        try {
            interpreter.engine.in(scope, () -> guarded(out));
        } finally {
            scope.set("_", before);
        }
    }

    private void guarded(Sink out) {
        interpreter.engine.enterCall();
        try {
            for (Block block : new @Nullable Block[] {body.begin(), body.process(), body.end()}) {
                if (block != null) {
                    interpreter.run(block, out);
                }
            }
        } catch (Flow.Return _) {
            // The block is done.
        } finally {
            interpreter.engine.leaveCall();
        }
    }
}
