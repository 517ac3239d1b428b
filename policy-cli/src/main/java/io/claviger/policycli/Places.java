package io.claviger.policycli;

import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import io.claviger.policy.validation.Location;
import io.claviger.policy.validation.TextPosition;
import io.claviger.policy.validation.TextSpan;
import java.util.List;

/** Places as the parser counts them, and as Access Analyzer's API does: there the first column is 0. */
final class Places {

    private Places() {}

    /** The place as the parser counts. */
    static Position position(TextPosition place) {
        return new Position(place.line(), place.column() + 1, place.offset());
    }

    /** The place as the API counts. */
    static TextPosition place(Position position) {
        return new TextPosition(position.line(), position.column() - 1, position.offset());
    }

    /** The stretch as the API counts. */
    static TextSpan span(Span span) {
        return new TextSpan(place(span.start()), place(span.end()));
    }

    /** A single place of which no path is known. */
    static List<Location> at(Position position) {
        return List.of(new Location(List.of(), span(new Span(position, position))));
    }
}
