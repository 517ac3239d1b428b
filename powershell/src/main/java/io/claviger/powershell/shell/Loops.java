package io.claviger.powershell.shell;

import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Sink;
import org.jspecify.annotations.Nullable;

/** {@code while}, {@code do}, {@code for}, {@code foreach}. Each round checks for Ctrl-C. */
final class Loops {

    private final ExecutionContext execution;
    private final Engine engine;

    Loops(ExecutionContext execution) {
        this.execution = execution;
        engine = execution.engine();
    }

    void whileHolds(Statement.While loop, Sink out) {
        while (Conversion.isTrue(execution.condition(loop.condition())) && round(loop.label(), loop.body(), out)) {
            engine.stops.check();
        }
    }

    void doThenAsk(Statement.Do loop, Sink out) {
        boolean again = true;
        while (again) {
            engine.stops.check();
            again = round(loop.label(), loop.body(), out)
                    && Conversion.isTrue(execution.condition(loop.condition())) != loop.until();
        }
    }

    /** Runs one round of a loop; returns whether the loop goes on. */
    private boolean round(String label, Block body, Sink out) {
        try {
            execution.run(body, out);
            return true;
        } catch (Flow.Continue next) {
            return next.leaves(label);
        } catch (Flow.Break end) {
            return !end.leaves(label);
        }
    }

    void forEach(Statement.ForEach loop, Sink out) {
        for (Object item : Conversion.toList(execution.condition(loop.values()))) {
            engine.stops.check();
            engine.scope().set(loop.variable(), item);
            if (!round(loop.label(), loop.body(), out)) {
                return;
            }
        }
    }

    void counted(Statement.For loop, Sink out) {
        @Nullable Statement first = loop.first();
        @Nullable Statement condition = loop.condition();
        @Nullable Statement next = loop.next();
        if (first != null) {
            execution.run(first, out);
        }
        while ((condition == null || Conversion.isTrue(execution.condition(condition)))
                && round(loop.label(), loop.body(), out)) {
            engine.stops.check();
            if (next != null) {
                execution.run(next, out);
            }
        }
    }
}
