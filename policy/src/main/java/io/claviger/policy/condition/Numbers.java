package io.claviger.policy.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as conditions write them: an optional sign, digits, and optionally a point and more digits. */
final class Numbers {

    private static final int MAX_LENGTH = 40;

    private Numbers() {}

    static @Nullable BigDecimal parse(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        int point = text.indexOf('.');
        boolean decimal = point < 0
                ? digits(text, from, text.length())
                : digits(text, from, point) && digits(text, point + 1, text.length());
        return decimal ? new BigDecimal(text) : null;
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
