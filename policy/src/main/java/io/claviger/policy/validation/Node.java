package io.claviger.policy.validation;

import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in the policy and the way to it.
 *
 * @param value the value
 * @param path the way
 */
record Node(JsonValue value, List<PathElement> path) {

    /** The value of a member of this object. */
    Node member(JsonMember member) {
        return new Node(member.value(), then(new PathElement.Value(member.name())));
    }

    /** Where the name of a member of this object stands. */
    Location key(JsonMember member) {
        return new Location(then(new PathElement.Key(member.name())), TextSpan.of(member.nameSpan()));
    }

    /** The elements of this array; of anything else, the node itself. */
    List<Node> elements() {
        if (!(value instanceof JsonArray array)) {
            return List.of(this);
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            nodes.add(new Node(element, then(new PathElement.Index(nodes.size()))));
        }
        return nodes;
    }

    Location location() {
        return new Location(path, TextSpan.of(value.span()));
    }

    /** Part of this string; its place in the text is exact unless the string is written with escapes. */
    Location part(int start, int length) {
        Span whole = value.span();
        boolean plain = whole.end().offset() - whole.start().offset() == text().length() + 2;
        Span span =
                plain ? new Span(shifted(whole.start(), start + 1), shifted(whole.start(), start + length + 1)) : whole;
        return new Location(then(new PathElement.Substring(start, length)), TextSpan.of(span));
    }

    private static Position shifted(Position position, int by) {
        return new Position(position.line(), position.column() + by, position.offset() + by);
    }

    boolean isText() {
        return value instanceof JsonText;
    }

    /** The characters of a scalar as a policy means them; empty for arrays, objects and null. */
    String text() {
        return switch (value) {
            case JsonText(String text, Span span) -> text;
            case JsonNumber(String lexeme, Span span) -> lexeme;
            case JsonBoolean(boolean truth, Span span) -> Boolean.toString(truth);
            case JsonArray array -> "";
            case JsonObject object -> "";
            case JsonNull nothing -> "";
        };
    }

    private List<PathElement> then(PathElement element) {
        List<PathElement> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(element);
        return longer;
    }
}
