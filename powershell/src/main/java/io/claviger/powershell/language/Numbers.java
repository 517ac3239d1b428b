package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.value.Conversion;
import java.util.Optional;

/** Numbers in expressions and on command lines. */
final class Numbers {

    private final Cursor cursor;

    Numbers(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a number is here that ends where a word would; {@code 100_000} is a command's name. */
    boolean isHere() {
        int start = cursor.at();
        boolean is = number().isPresent();
        cursor.goTo(start);
        return is;
    }

    /** A number, if one is here that ends where a word would. */
    Optional<Expression> number() {
        int start = cursor.at();
        if (cursor.peek() == '-' || cursor.peek() == '+') {
            cursor.skip(1);
        }
        while (Character.isLetterOrDigit(cursor.peek())
                || cursor.peek() == '_'
                || (cursor.peek() == '.' && Character.isDigit(cursor.peek(1)))
                || ((cursor.peek() == '-' || cursor.peek() == '+') && isExponent(start))) {
            cursor.skip(1);
        }
        Optional<Object> value = cursor.at() == start ? Optional.empty() : Conversion.parse(cursor.since(start));
        if (value.isEmpty()) {
            cursor.goTo(start);
            return Optional.empty();
        }
        return Optional.of(new Constant(value.get(), cursor.span(start)));
    }

    private boolean isExponent(int start) {
        char before = cursor.peek(-1);
        return cursor.at() > start + 1
                && (before == 'e' || before == 'E')
                && !cursor.since(start).startsWith("0x")
                && Character.isDigit(cursor.peek(1));
    }
}
