package io.claviger.powershell.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * .NET's <a href="https://learn.microsoft.com/dotnet/standard/base-types/custom-numeric-format-strings">custom formats
 * of numbers</a>: zeros, number signs, a point, commas, per cent, exponents, quoted text, and sections for positive,
 * negative and zero.
 */
final class CustomNumbers {

    /** A piece of a format: a sign, or text that stands as it is. */
    private record Piece(char sign, String text) {}

    private static final char LITERAL = 'L';
    private static final char EXPONENT = 'E';

    private CustomNumbers() {}

    static String of(BigDecimal number, String format) {
        List<List<Piece>> sections = sections(format);
        boolean own =
                number.signum() < 0 && sections.size() > 1 && !sections.get(1).isEmpty();
        BigDecimal rounded = rounded(own ? number.abs() : number, own ? sections.get(1) : sections.getFirst());
        if (rounded.signum() == 0 && sections.size() > 2) {
            return written(BigDecimal.ZERO, sections.get(2));
        }
        return written(own ? number.abs() : number, own ? sections.get(1) : sections.getFirst());
    }

    private static BigDecimal rounded(BigDecimal number, List<Piece> pieces) {
        return has(pieces, EXPONENT)
                ? number
                : scaled(number, pieces).setScale(decimals(pieces).size(), RoundingMode.HALF_UP);
    }

    private static List<List<Piece>> sections(String format) {
        List<List<Piece>> sections = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < format.length(); i++) {
            char one = format.charAt(i);
            if (one == ';') {
                sections.add(pieces);
                pieces = new ArrayList<>();
            } else if (one == '\'' || one == '"') {
                int end = format.indexOf(one, i + 1);
                int to = end < 0 ? format.length() : end;
                pieces.add(new Piece(LITERAL, format.substring(i + 1, to)));
                i = to;
            } else if (one == '\\' && i + 1 < format.length()) {
                pieces.add(new Piece(LITERAL, String.valueOf(format.charAt(++i))));
            } else if ("0#.,%".indexOf(one) >= 0) {
                pieces.add(new Piece(one, ""));
            } else if ((one == 'E' || one == 'e') && format.substring(i + 1).matches("(?s)[+-]?0.*")) {
                int to = i + 1;
                while (to < format.length() && "+-0".indexOf(format.charAt(to)) >= 0) {
                    to++;
                }
                pieces.add(new Piece(EXPONENT, format.substring(i, to)));
                i = to - 1;
            } else {
                pieces.add(new Piece(LITERAL, String.valueOf(one)));
            }
        }
        sections.add(pieces);
        return sections;
    }

    private static boolean has(List<Piece> pieces, char sign) {
        return pieces.stream().anyMatch(piece -> piece.sign() == sign);
    }

    private static int point(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).sign() == '.') {
                return i;
            }
        }
        return pieces.size();
    }

    private static boolean isDigit(Piece piece) {
        return piece.sign() == '0' || piece.sign() == '#';
    }

    private static List<Piece> decimals(List<Piece> pieces) {
        int point = point(pieces);
        return pieces.subList(Math.min(point + 1, pieces.size()), pieces.size()).stream()
                .filter(CustomNumbers::isDigit)
                .toList();
    }

    private static BigDecimal scaled(BigDecimal number, List<Piece> pieces) {
        return has(pieces, '%') ? number.movePointRight(2) : number;
    }

    private static String written(BigDecimal number, List<Piece> pieces) {
        int point = point(pieces);
        List<Piece> whole =
                pieces.subList(0, point).stream().filter(CustomNumbers::isDigit).toList();
        BigDecimal scaled = scaled(number, pieces);
        int exponent = 0;
        if (has(pieces, EXPONENT) && scaled.signum() != 0) {
            exponent = scaled.precision() - scaled.scale() - Math.max(1, whole.size());
            scaled = scaled.movePointLeft(exponent);
        }
        BigDecimal shown = scaled.setScale(decimals(pieces).size(), RoundingMode.HALF_UP);
        String digits = shown.abs().toPlainString();
        int dot = digits.indexOf('.');
        String before = dot < 0 ? digits : digits.substring(0, dot);
        String after = dot < 0 ? "" : digits.substring(dot + 1);
        StringBuilder text = new StringBuilder(shown.signum() < 0 ? "-" : "");
        integer(text, pieces.subList(0, point), before.equals("0") ? "" : before);
        fraction(text, pieces.subList(point, pieces.size()), after, exponent);
        return text.toString();
    }

    /** The part before the point, filled from the right; digits without a place of their own stand at the first one. */
    private static void integer(StringBuilder text, List<Piece> pieces, String digits) {
        int places = (int) pieces.stream().filter(CustomNumbers::isDigit).count();
        boolean grouped = grouped(pieces);
        int firstZero = places;
        int seen = 0;
        for (Piece piece : pieces) {
            if (isDigit(piece)) {
                firstZero = piece.sign() == '0' ? Math.min(firstZero, seen) : firstZero;
                seen++;
            }
        }
        int needed = Math.max(digits.length(), places - firstZero);
        String padded = "0".repeat(needed - digits.length()) + digits;
        int place = 0;
        int used = 0;
        for (Piece piece : pieces) {
            if (!isDigit(piece)) {
                text.append(piece.sign() == LITERAL ? piece.text() : piece.sign() == '%' ? "%" : "");
                continue;
            }
            int upTo = needed - (places - ++place);
            while (used < upTo) {
                text.append(padded.charAt(used++));
                boolean comma = grouped && used < needed && (needed - used) % 3 == 0;
                text.append(comma ? "," : "");
            }
        }
    }

    /** Whether a comma stands between two places for digits. */
    private static boolean grouped(List<Piece> pieces) {
        boolean before = false;
        boolean comma = false;
        for (Piece piece : pieces) {
            if (isDigit(piece)) {
                if (comma) {
                    return true;
                }
                before = true;
            } else if (piece.sign() == ',' && before) {
                comma = true;
            }
        }
        return false;
    }

    private static void fraction(StringBuilder text, List<Piece> pieces, String digits, int exponent) {
        int shown = digits.length();
        List<Piece> places = pieces.stream().filter(CustomNumbers::isDigit).toList();
        while (shown > 0
                && digits.charAt(shown - 1) == '0'
                && places.get(shown - 1).sign() == '#') {
            shown--;
        }
        text.append(shown > 0 ? "." : "");
        int place = 0;
        for (Piece piece : pieces) {
            switch (piece.sign()) {
                case '0', '#' -> {
                    text.append(place < shown ? String.valueOf(digits.charAt(place)) : "");
                    place++;
                }
                case '%' -> text.append('%');
                case LITERAL -> text.append(piece.text());
                case EXPONENT -> text.append(power(piece.text(), exponent));
                default -> {}
            }
        }
    }

    private static String power(String form, int exponent) {
        long zeros = form.chars().filter(one -> one == '0').count();
        String digits = String.valueOf(Math.abs(exponent));
        String sign = exponent < 0 ? "-" : form.contains("+") ? "+" : "";
        return form.charAt(0) + sign + "0".repeat((int) Math.max(0, zeros - digits.length())) + digits;
    }
}
