package io.claviger.policycli;

import io.claviger.policy.json.Position;

/**
 * A text and where it came from. Immutable.
 *
 * @param name the file's name as it was given
 * @param text what is in it
 */
record Source(String name, String text) {

    /** The place as editors and terminals take it: name, line and column. */
    String place(Position at) {
        return name + ':' + at.line() + ':' + at.column();
    }
}
