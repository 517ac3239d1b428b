package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Case;
import io.claviger.powershell.operator.Operators;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code switch}: runs the block of each case that fits, for each value. */
final class SwitchStatement {

    private final ExecutionContext execution;
    private final Engine engine;
    private final Statement.Switch statement;

    SwitchStatement(ExecutionContext execution, Statement.Switch statement) {
        this.execution = execution;
        this.statement = statement;
        engine = execution.engine();
    }

    void run(Sink out) {
        @Nullable Object values = execution.condition(statement.values());
        Scope scope = engine.scope();
        @Nullable Object before = scope.get("_");
        try {
            for (Object value : values instanceof List<?> several ? new ArrayList<>(several) : single(values)) {
                engine.stops.check();
                if (!goesOn(value, out)) {
                    return;
                }
            }
        } finally {
            scope.set("_", before);
        }
    }

    private static List<@Nullable Object> single(@Nullable Object value) {
        List<@Nullable Object> one = new ArrayList<>();
        one.add(value);
        return one;
    }

    /** Runs the cases for one value; returns whether the next value follows. */
    private boolean goesOn(@Nullable Object value, Sink out) {
        engine.scope().set("_", value);
        boolean any = false;
        try {
            for (Case one : statement.cases()) {
                if (fits(one.condition(), value)) {
                    any = true;
                    execution.run(one.body(), out);
                    engine.scope().set("_", value);
                }
            }
            @Nullable Block otherwise = statement.otherwise();
            if (!any && otherwise != null) {
                execution.run(otherwise, out);
            }
            return true;
        } catch (Flow.Continue next) {
            return next.leaves(statement.label());
        } catch (Flow.Break end) {
            end.leaves(statement.label());
            return false;
        }
    }

    private boolean fits(Expression condition, @Nullable Object value) {
        @Nullable Object wanted = execution.value(condition);
        if (wanted instanceof ScriptBlock block) {
            List<@Nullable Object> written = new ArrayList<>();
            block.invokeInPlace(value, written::add);
            return Conversion.isTrue(Conversion.unwrapped(written));
        }
        String sensitive = statement.caseSensitive() ? "c" : "";
        boolean asTexts = value instanceof String || wanted instanceof String;
        return Conversion.isTrue(
                switch (statement.matching()) {
                    case EXACT ->
                        asTexts
                                ? apply(sensitive + "eq", Text.of(value), Text.of(wanted))
                                : apply(sensitive + "eq", value, wanted);
                    case WILDCARD -> apply(sensitive + "like", Text.of(value), Text.of(wanted));
                    case REGEX -> apply(sensitive + "match", Text.of(value), Text.of(wanted));
                });
    }

    private @Nullable Object apply(String operator, @Nullable Object left, @Nullable Object right) {
        return Operators.apply(operator, left, right, matches -> engine.scope().set("Matches", matches));
    }
}
