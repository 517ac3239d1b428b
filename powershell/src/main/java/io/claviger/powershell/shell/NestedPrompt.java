package io.claviger.powershell.shell;

import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.value.TerminatingError;

/** The prompt within a command that was suspended. */
final class NestedPrompt {

    private NestedPrompt() {}

    /** Runs lines until {@code exit}. */
    static void run(Engine engine) {
        while (true) {
            String line = engine.screen.prompts().line("PS >> ");
            try {
                Source source = new Source("", line);
                switch (Parser.parse(source)) {
                    case Parsed.Script script ->
                        new Interpreter(engine, source).runOutermost(script.body(), engine.screen.display());
                    case Parsed.Incomplete incomplete ->
                        engine.errors.report(SourcePositions.syntax(source, incomplete.message(), incomplete.place()));
                    case Parsed.Wrong wrong ->
                        engine.errors.report(SourcePositions.syntax(source, wrong.message(), wrong.place()));
                }
            } catch (Flow.Exit _) {
                return;
            } catch (TerminatingError error) {
                engine.errors.report(error.error());
            }
        }
    }
}
