package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a whole text: a line, or a script with its arguments. A script has the common parameters as a function has them:
 * what {@code -WhatIf}, {@code -ErrorAction} and the like say holds for all that it does.
 */
final class ScriptRun {

    private final Engine engine;
    private final Body body;
    private final Interpreter interpreter;
    private final FunctionCmdlet script;

    ScriptRun(Engine engine, Source source, Body body) {
        this.engine = engine;
        this.body = body;
        interpreter = new Interpreter(engine, source);
        String file = source.file();
        script = new FunctionCmdlet(file.substring(file.lastIndexOf('/') + 1), body, interpreter);
    }

    /** Runs it. Whatever ends it is reported after everything that it had to print. */
    void run(String arguments) {
        Display display = engine.screen.display();
        try {
            Binding binding = bound(arguments);
            CollectedValues collected = new CollectedValues(binding.common(), engine.scopes);
            StageErrors errors = new StageErrors(interpreter, binding, null, collected);
            script.open(
                    binding.arguments(),
                    new StageContext(engine, binding, collected, errors, display::show),
                    engine.scope());
            interpreter.runOutermost(body, display);
        } finally {
            display.finish();
        }
    }

    /** The arguments, bound to the script's parameters and to the common ones; the rest is for {@code $args}. */
    private Binding bound(String arguments) {
        if (arguments.isEmpty() && body.parameters().isEmpty()) {
            return new Binding(script.description(), Arguments.NONE, Arguments.NONE, Set.of());
        }
        Source line = new Source("", "script " + arguments);
        @Nullable
        Block block = Parser.parse(line) instanceof Parsed.Script parsed
                ? parsed.body().end()
                : null;
        if (block == null
                || block.statements().size() != 1
                || !(block.statements().getFirst() instanceof Statement.Pipeline pipeline)) {
            throw new TerminatingError(ErrorRecord.argument("The script's arguments are not understood."));
        }
        return new PipelineRun(new Interpreter(engine, line), pipeline).scriptBinding(script.description());
    }
}
