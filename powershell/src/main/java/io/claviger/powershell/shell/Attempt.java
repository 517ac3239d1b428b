package io.claviger.powershell.shell;

import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import org.jspecify.annotations.Nullable;

/** {@code try}, {@code catch}, {@code finally}. */
final class Attempt {

    /** Who stopped wants nothing more of what is written. */
    private static final Sink UNREAD = value -> {};

    private final Interpreter interpreter;
    private final Engine engine;

    Attempt(Interpreter interpreter) {
        this.interpreter = interpreter;
        engine = interpreter.engine;
    }

    void run(Statement.Try attempt, Sink out) {
        Sink taken = out;
        try {
            guarded(attempt, out);
        } catch (StopUpstream enough) {
            taken = UNREAD;
            throw enough;
        } catch (Flow.Stopped stopped) {
            // A question that Ctrl-C answered has stopped nothing else as yet.
            engine.stops.resume(true);
            taken = UNREAD;
            throw stopped;
        } finally {
            cleanUp(attempt, taken);
        }
    }

    /** After Ctrl-C too, whatever it does: only another Ctrl-C stops it. */
    private void cleanUp(Statement.Try attempt, Sink out) {
        @Nullable Block last = attempt.last();
        if (last == null) {
            return;
        }
        boolean stopped = engine.stops.beginCleanUp();
        try {
            interpreter.run(last, out);
        } catch (TerminatingError error) {
            if (!stopped) {
                throw error;
            }
            engine.report(error.error());
        } finally {
            engine.stops.endCleanUp(stopped);
        }
    }

    private void guarded(Statement.Try attempt, Sink out) {
        if (attempt.catches().isEmpty()) {
            interpreter.run(attempt.body(), out);
            return;
        }
        engine.enterTry();
        boolean inside = true;
        try {
            interpreter.run(attempt.body(), out);
        } catch (TerminatingError error) {
            engine.leaveTry();
            inside = false;
            Handlers.Handler handler =
                    new Handlers(interpreter, attempt.catches()).of(error).orElseThrow(() -> error);
            engine.remember(error.error());
            engine.succeeded(false);
            handle(handler, error, out);
        } finally {
            if (inside) {
                engine.leaveTry();
            }
        }
    }

    private void handle(Handlers.Handler handler, TerminatingError error, Sink out) {
        Scope scope = engine.scope();
        @Nullable Object before = scope.get("_");
        @Nullable TerminatingError handled = engine.handled(error);
        scope.set("_", handler.error());
        try {
            interpreter.run(handler.clause().body(), out);
        } finally {
            engine.handled(handled);
            scope.set("_", before);
        }
    }
}
