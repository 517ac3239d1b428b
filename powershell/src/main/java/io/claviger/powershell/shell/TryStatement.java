package io.claviger.powershell.shell;

import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import org.jspecify.annotations.Nullable;

/** {@code try}, {@code catch}, {@code finally}. */
final class TryStatement {

    /** Drops what is written after a stop. */
    private static final Sink UNREAD = value -> {};

    private final ExecutionContext execution;
    private final Engine engine;

    TryStatement(ExecutionContext execution) {
        this.execution = execution;
        engine = execution.engine();
    }

    void run(Statement.Try attempt, Sink out) {
        Sink taken = out;
        try {
            guarded(attempt, out);
        } catch (StopUpstream enough) {
            taken = UNREAD;
            throw enough;
        } catch (Flow.Stopped stopped) {
            // If Ctrl-C ended a question, nothing else has been stopped yet.
            engine.stops.resume(true);
            taken = UNREAD;
            throw stopped;
        } finally {
            cleanUp(attempt, taken);
        }
    }

    /** Runs the {@code finally} block, also after Ctrl-C. Only another Ctrl-C stops it. */
    private void cleanUp(Statement.Try attempt, Sink out) {
        @Nullable Block last = attempt.last();
        if (last == null) {
            return;
        }
        boolean stopped = engine.stops.beginCleanUp();
        try {
            execution.run(last, out);
        } catch (TerminatingError error) {
            if (!stopped) {
                throw error;
            }
            engine.errors.report(error.error());
        } finally {
            engine.stops.endCleanUp(stopped);
        }
    }

    private void guarded(Statement.Try attempt, Sink out) {
        engine.failures.enterTry();
        boolean inside = true;
        try {
            execution.run(attempt.body(), out);
        } catch (TerminatingError error) {
            engine.failures.leaveTry();
            inside = false;
            if (attempt.catches().isEmpty()) {
                throw error;
            }
            CatchClauses.Handler handler = new CatchClauses(execution, attempt.catches())
                    .of(error, engine.failures.isMadeByThrow(error))
                    .orElseThrow(() -> error);
            engine.errors.remember(error.error());
            engine.errors.succeeded(false);
            handle(handler, error, out);
        } finally {
            if (inside) {
                engine.failures.leaveTry();
            }
        }
    }

    private void handle(CatchClauses.Handler handler, TerminatingError error, Sink out) {
        Scope scope = engine.scope();
        @Nullable Object before = scope.get("_");
        @Nullable TerminatingError handled = engine.failures.handled(error);
        scope.set("_", handler.error());
        try {
            execution.run(handler.clause().body(), out);
        } finally {
            engine.failures.handled(handled);
            scope.set("_", before);
        }
    }
}
