package io.claviger.policy.validation;

import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;

/**
 * A stretch of a text, quotes and brackets included. Immutable.
 *
 * @param start its first character
 * @param end the character after its last one
 */
public record TextSpan(TextPosition start, TextPosition end) {

    static TextSpan of(Span span) {
        return new TextSpan(of(span.start()), of(span.end()));
    }

    static TextPosition of(Position position) {
        return new TextPosition(position.line(), position.column() - 1, position.offset());
    }
}
