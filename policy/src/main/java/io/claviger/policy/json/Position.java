package io.claviger.policy.json;

/**
 * A place in a text. Immutable.
 *
 * @param line the line, counted from 1; a line ends with U+000A
 * @param column the character in the line, counted from 1
 * @param offset the character in the text, counted from 0, in UTF-16 code units
 */
public record Position(int line, int column, int offset) {

    /** The first character of a text. */
    public static final Position START = new Position(1, 1, 0);
}
