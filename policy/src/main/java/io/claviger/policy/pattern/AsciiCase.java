package io.claviger.policy.pattern;

/** The letters A to Z in lower case, and nothing else changed: names of actions and the head of an ARN know no others. */
public final class AsciiCase {

    private AsciiCase() {}

    /** The character in lower case if it is one of A to Z. */
    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** The text with A to Z in lower case; the same object if it has none of them. */
    public static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int first) {
        char[] characters = text.toCharArray();
        for (int i = first; i < characters.length; i++) {
            characters[i] = lower(characters[i]);
        }
        return new String(characters);
    }

    /** Whether the texts are the same but for the case of the letters A to Z. */
    public static boolean equal(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
