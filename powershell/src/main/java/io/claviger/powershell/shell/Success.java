package io.claviger.powershell.shell;

import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement;
import java.util.List;

/** Which statements set {@code $?} themselves: those that are a value, not what a command within them writes. */
final class Success {

    private Success() {}

    static boolean isGivenBy(Statement statement) {
        return switch (statement) {
            case Statement.Pipeline pipeline ->
                pipeline.elements().size() == 1
                        && pipeline.elements().getFirst() instanceof Command.Value only
                        && isGivenBy(only.expression());
            case Statement.Assignment assignment -> isGivenBy(assignment.value());
            default -> false;
        };
    }

    static boolean isGivenBy(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized inner -> isGivenBy(inner.statement());
            case Expression.Inner inner -> isGivenBy(inner.block().statements());
            case Expression.Array inner -> isGivenBy(inner.block().statements());
            default -> true;
        };
    }

    private static boolean isGivenBy(List<Statement> statements) {
        return statements.isEmpty() || isGivenBy(statements.getLast());
    }
}
