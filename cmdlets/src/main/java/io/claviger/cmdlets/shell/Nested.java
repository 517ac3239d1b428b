package io.claviger.cmdlets.shell;

import io.claviger.cmdlets.language.Parsed;
import io.claviger.cmdlets.language.Parser;
import io.claviger.cmdlets.language.Source;
import io.claviger.cmdlets.value.TerminatingError;

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
