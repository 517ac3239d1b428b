package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;

/** Follows the path of a location through a policy and compares where it leads with the span. */
final class PathWalk {

    private PathWalk() {}

    static void follow(String text, Location location) {
        TextSpan span = location.span();
        assertThat(span.start().offset()).isBetween(0, text.length());
        assertThat(span.end().offset()).isBetween(span.start().offset(), text.length());
        if (!(JsonReader.read(text) instanceof JsonResult.Read(JsonValue root))) {
            assertThat(location.path()).isEmpty();
            return;
        }
        JsonValue value = root;
        Span expected = root.span();
        for (PathElement element : location.path()) {
            switch (element) {
                case PathElement.Index(int index) -> {
                    value = ((JsonArray) value).elements().get(index);
                    expected = value.span();
                }
                case PathElement.Value(String name) -> {
                    value = member((JsonObject) value, name).value();
                    expected = value.span();
                }
                case PathElement.Key(String name) ->
                    expected = member((JsonObject) value, name).nameSpan();
                case PathElement.Substring(int start, int length) -> {
                    int from = expected.start().offset() + 1 + start;
                    assertThat(span.start().offset())
                            .isIn(from, expected.start().offset());
                    assertThat(span.end().offset())
                            .isIn(from + length, expected.end().offset());
                    return;
                }
            }
        }
        assertThat(span).isEqualTo(new TextSpan(position(expected.start()), position(expected.end())));
    }

    private static JsonMember member(JsonObject object, String name) {
        return object.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TextPosition position(Position position) {
        return new TextPosition(position.line(), position.column() - 1, position.offset());
    }
}
