package io.claviger.profiles;

/** What readers take for a blank: aws-cli and the SDK for .NET include those that do not break a line. */
final class Blanks {

    private static final char NEXT_LINE = '\u0085';

    private Blanks() {}

    static boolean isBlank(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one) || one == NEXT_LINE;
    }

    /** How many blanks a text begins with. */
    static int leading(String text) {
        int count = 0;
        while (count < text.length() && isBlank(text.charAt(count))) {
            count++;
        }
        return count;
    }

    static String strip(String text) {
        int start = leading(text);
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
