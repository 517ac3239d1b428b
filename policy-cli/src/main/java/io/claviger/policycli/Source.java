package io.claviger.policycli;

import io.claviger.policy.json.Position;

/**
 * A text and where it came from. Immutable.
 *
 * @param name the file's name as it was given
 * @param text what is in it, without a byte order mark
 * @param marked whether it began with a byte order mark
 */
record Source(String name, String text, boolean marked) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Source of(String name, String text) {
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        return new Source(name, marked ? text.substring(1) : text, marked);
    }

    /** The place as editors and terminals take it: name, line and column. */
    String place(Position at) {
        return name + ':' + at.line() + ':' + at.column();
    }
}
