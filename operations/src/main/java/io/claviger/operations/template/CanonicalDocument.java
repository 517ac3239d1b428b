package io.claviger.operations.template;

import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy document in a form that does not depend on how it is written: without white space, with members and elements in
 * order, and with one value like an array of one.
 */
public final class CanonicalDocument {

    private CanonicalDocument() {}

    /** The document's form; a text that is not JSON is its own. */
    public static String of(String text) {
        return JsonReader.read(text) instanceof JsonResult.Read(JsonValue root) ? value(root) : text;
    }

    private static String value(JsonValue value) {
        return switch (value) {
            case JsonObject object ->
                object.members().stream()
                        .sorted(Comparator.comparing(JsonMember::name))
                        .map(member -> member.name() + "=" + values(member.value()))
                        .collect(Collectors.joining(";", "{", "}"));
            case JsonArray array -> values(array);
            case JsonText text -> '"' + text.value().replace("\"", "\\\"") + '"';
            case JsonNumber number -> '"' + number.lexeme() + '"';
            case JsonBoolean truth -> "\"" + truth.value() + '"';
            case JsonNull _ -> "null";
        };
    }

    private static String values(JsonValue value) {
        List<JsonValue> all = value instanceof JsonArray array ? array.elements() : List.of(value);
        return all.stream().map(CanonicalDocument::value).sorted().collect(Collectors.joining(",", "[", "]"));
    }
}
