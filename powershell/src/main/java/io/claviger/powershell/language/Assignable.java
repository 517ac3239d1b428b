package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Cast;
import io.claviger.powershell.language.Expression.Items;

/** What can stand on the left of an assignment, or be stepped by {@code ++}. */
final class Assignable {

    private Assignable() {}

    /** Returns the expression if it can be assigned to; else an error. */
    static Expression checked(Cursor cursor, Expression target) {
        return switch (target) {
            case Expression.Variable _, Expression.Member _, Expression.Index _ -> target;
            case Cast cast when cast.value() instanceof Expression.Variable -> target;
            case Items several -> {
                several.items().forEach(one -> checked(cursor, one));
                yield several;
            }
            default ->
                throw cursor.wrong(
                        "The assignment expression is not valid. The input to an assignment operator must be an object that is"
                                + " able to accept assignments, such as a variable or a property.",
                        target.span());
        };
    }
}
