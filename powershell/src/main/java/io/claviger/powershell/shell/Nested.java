package io.claviger.powershell.shell;

import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.value.TerminatingError;

/** The prompt within a command that was suspended: lines are run until {@code exit}. */
final class Nested {

    private final Engine engine;

    Nested(Engine engine) {
        this.engine = engine;
    }

    void run() {
        while (true) {
            String line = engine.prompts.line("PS >> ");
            try {
                Source source = new Source("", line);
                switch (Parser.parse(source)) {
                    case Parsed.Script script ->
                        Session.body(new Interpreter(engine, source), script.body(), engine.display());
                    case Parsed.Incomplete incomplete ->
                        engine.report(Session.syntax(source, incomplete.message(), incomplete.offset()));
                    case Parsed.Wrong wrong -> engine.report(Session.syntax(source, wrong.message(), wrong.offset()));
                }
            } catch (Flow.Exit _) {
                return;
            } catch (TerminatingError error) {
                engine.report(error.error());
            }
        }
    }
}
