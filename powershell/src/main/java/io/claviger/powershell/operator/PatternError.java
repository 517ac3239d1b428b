package io.claviger.powershell.operator;

/** A regular expression that is none, in .NET's words: {@code Invalid pattern 'a(' at offset 2. Not enough )'s.} */
final class PatternError extends RuntimeException {

    PatternError(String pattern, int offset, String why) {
        super("Invalid pattern '" + pattern + "' at offset " + offset + ". " + why, null, false, false);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
