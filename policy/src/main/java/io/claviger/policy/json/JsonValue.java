package io.claviger.policy.json;

import java.util.List;

/** A JSON value and where it begins (RFC 8259). Immutable. */
public sealed interface JsonValue {

    /** Where the value's first character stands. */
    Position at();

    /**
     * An object; its names are distinct.
     *
     * @param members the members in the order of the text
     * @param at where the opening brace stands
     */
    record JsonObject(List<JsonMember> members, Position at) implements JsonValue {

        /** Copies the list of members. */
        public JsonObject {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name, escapes resolved
     * @param nameAt where the name's opening quote stands
     * @param value its value
     */
    record JsonMember(String name, Position nameAt, JsonValue value) {}

    /**
     * An array.
     *
     * @param elements the elements in the order of the text
     * @param at where the opening bracket stands
     */
    record JsonArray(List<JsonValue> elements, Position at) implements JsonValue {

        /** Copies the list of elements. */
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A string.
     *
     * @param value its characters, escapes resolved
     * @param at where the opening quote stands
     */
    record JsonText(String value, Position at) implements JsonValue {}

    /**
     * A number, as it was written.
     *
     * @param lexeme the characters of the number
     * @param at where it begins
     */
    record JsonNumber(String lexeme, Position at) implements JsonValue {}

    /**
     * {@code true} or {@code false}.
     *
     * @param value which of the two
     * @param at where it begins
     */
    record JsonBoolean(boolean value, Position at) implements JsonValue {}

    /**
     * {@code null}.
     *
     * @param at where it begins
     */
    record JsonNull(Position at) implements JsonValue {}
}
