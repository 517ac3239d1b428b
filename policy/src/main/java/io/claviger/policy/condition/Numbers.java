package io.claviger.policy.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers as conditions write them: an optional sign, digits, optionally a point and more digits, and optionally a
 * power of ten such as {@code e3}.
 */
final class Numbers {

    private static final int MAX_LENGTH = 40;

    /** The most digits of an exponent: no number of a policy needs more, and their comparison stays cheap. */
    private static final int MAX_EXPONENT = 3;

    private Numbers() {}

    static @Nullable BigDecimal parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        int exponent = exponent(text);
        int from = sign(text, 0);
        int point = text.indexOf('.');
        boolean decimal = point < 0
                ? digits(text, from, exponent)
                : digits(text, from, point) && digits(text, point + 1, exponent);
        if (exponent < text.length()) {
            int power = sign(text, exponent + 1);
            decimal = decimal && text.length() - power <= MAX_EXPONENT && digits(text, power, text.length());
        }
        return decimal ? new BigDecimal(text) : null;
    }

    /** Where the letter of the exponent stands, or else the text's length. */
    private static int exponent(String text) {
        int letter = Math.max(text.indexOf('e'), text.indexOf('E'));
        return letter < 0 ? text.length() : letter;
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    /** Whether there is at least one character and all of them are digits 0 to 9. */
    static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
