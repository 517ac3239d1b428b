package io.claviger.powershell.operator;

import java.text.Normalizer;

/**
 * The order of texts in .NET's invariant culture, which is that of <a href="https://cldr.unicode.org/index/charts">CLDR's
 * root collation</a>: blanks, marks, symbols, digits, letters; an accent counts if the letters are the same, and case if
 * the accents are. Characters that are not seen do not count at all.
 *
 * <p>Letters that have no base letter (of other scripts) are ordered by their code points.
 */
public final class TextOrder {

    /** The marks and symbols of ASCII in their order. */
    private static final String SIGNS = "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

    private static final int SYMBOLS = 1_000;
    private static final int DIGITS = 2_000_000;
    private static final int LETTERS = 3_000_000;
    private static final int OTHERS = 4_000_000;

    private TextOrder() {}

    /** Whether two texts are the same. */
    public static boolean same(String left, String right, boolean caseSensitive) {
        if (left.equals(right)) {
            return true;
        }
        if (isPlain(left) && isPlain(right)) {
            return !caseSensitive && left.equalsIgnoreCase(right);
        }
        return compare(left, right, caseSensitive) == 0;
    }

    /** Their order: negative, zero or positive. */
    public static int compare(String left, String right, boolean caseSensitive) {
        boolean plain = isPlain(left) && isPlain(right);
        String one = plain ? left : decomposed(left);
        String other = plain ? right : decomposed(right);
        int order = primary(one, other);
        if (order == 0 && !plain) {
            order = marks(one).compareTo(marks(other));
        }
        return order != 0 || !caseSensitive ? order : cases(one, other);
    }

    /** Whether a text has nothing but what ASCII shows. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one > '~' || one < ' ') {
                return false;
            }
        }
        return true;
    }

    /** Base letters, each followed by its accents; without what is not seen. */
    private static String decomposed(String text) {
        StringBuilder made = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            switch (point) {
                case 'ß' -> made.append("ss\u0332");
                case 'æ' -> made.append("ae\u0332");
                case 'Æ' -> made.append("AE\u0332");
                case 'œ' -> made.append("oe\u0332");
                case 'Œ' -> made.append("OE\u0332");
                case 'ø' -> made.append("o\u0338");
                case 'Ø' -> made.append("O\u0338");
                case 'đ' -> made.append("d\u0335");
                case 'Đ' -> made.append("D\u0335");
                case 'ł' -> made.append("l\u0335");
                case 'Ł' -> made.append("L\u0335");
                default -> {
                    if (!isUnseen(point)) {
                        made.appendCodePoint(point);
                    }
                }
            }
        });
        return made.toString();
    }

    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(point));
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static int primary(String left, String right) {
        int i = 0;
        int j = 0;
        while (true) {
            i = afterMarks(left, i);
            j = afterMarks(right, j);
            if (i == left.length() || j == right.length()) {
                return Boolean.compare(i < left.length(), j < right.length());
            }
            int one = left.codePointAt(i);
            int other = right.codePointAt(j);
            int order = Integer.compare(weight(one), weight(other));
            if (order != 0) {
                return order;
            }
            i += Character.charCount(one);
            j += Character.charCount(other);
        }
    }

    private static int afterMarks(String text, int from) {
        int at = from;
        while (at < text.length() && isMark(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int weight(int point) {
        int sign = point < 128 ? SIGNS.indexOf(point) : -1;
        if (sign >= 0) {
            return sign;
        }
        if (Character.isDigit(point)) {
            return DIGITS + Character.digit(point, 10);
        }
        int lower = Character.toLowerCase(point);
        if (lower >= 'a' && lower <= 'z') {
            return LETTERS + lower;
        }
        return (Character.isLetter(lower) ? OTHERS : SYMBOLS) + lower;
    }

    /** The accents by place: a place without one comes first. */
    private static String marks(String text) {
        StringBuilder marks = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isMark(point)) {
                marks.appendCodePoint(point);
            } else {
                marks.append('\1');
            }
        });
        return marks.toString();
    }

    /** If only the case differs, small letters come first. */
    private static int cases(String left, String right) {
        for (int i = 0; i < Math.min(left.length(), right.length()); i++) {
            boolean one = Character.isUpperCase(left.charAt(i));
            boolean other = Character.isUpperCase(right.charAt(i));
            if (one != other) {
                return one ? 1 : -1;
            }
        }
        return 0;
    }
}
