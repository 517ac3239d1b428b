package io.claviger.policy.json;

import java.util.List;

/** A JSON value and where it stands (RFC 8259). Immutable. */
public sealed interface JsonValue {

    /** From the value's first character to the one after its last, quotes, brackets and braces included. */
    Span span();

    /** Where the value's first character stands. */
    default Position at() {
        return span().start();
    }

    /**
     * An object; its names are distinct.
     *
     * @param members the members in the order of the text
     * @param span where it stands
     */
    record JsonObject(List<JsonMember> members, Span span) implements JsonValue {

        /** Copies the list of members. */
        public JsonObject {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name, escapes resolved
     * @param nameSpan where the name stands, quotes included
     * @param value its value
     */
    record JsonMember(String name, Span nameSpan, JsonValue value) {

        /** Where the name's opening quote stands. */
        public Position nameAt() {
            return nameSpan.start();
        }

        /** From the name's opening quote to the end of the value. */
        public Span span() {
            return new Span(nameSpan.start(), value.span().end());
        }
    }

    /**
     * An array.
     *
     * @param elements the elements in the order of the text
     * @param span where it stands
     */
    record JsonArray(List<JsonValue> elements, Span span) implements JsonValue {

        /** Copies the list of elements. */
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A string.
     *
     * @param value its characters, escapes resolved
     * @param span where it stands, quotes included
     */
    record JsonText(String value, Span span) implements JsonValue {}

    /**
     * A number, as it was written.
     *
     * @param lexeme the characters of the number
     * @param span where it stands
     */
    record JsonNumber(String lexeme, Span span) implements JsonValue {}

    /**
     * {@code true} or {@code false}.
     *
     * @param value which of the two
     * @param span where it stands
     */
    record JsonBoolean(boolean value, Span span) implements JsonValue {}

    /**
     * {@code null}.
     *
     * @param span where it stands
     */
    record JsonNull(Span span) implements JsonValue {}
}
