package io.claviger.operations.template;

import io.claviger.operations.gate.Refused;
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
import io.claviger.policy.json.JsonWriter;
import java.util.List;

/**
 * A policy document with places for values, written {@code @{Name}}. A string with the place of a list becomes
 * an array, with the string once for each value. A statement with a member {@code "@Enabled": "Name"} is left out unless that value is {@code True}.
 */
public final class DocumentTemplate {

    private static final String STATEMENT = "Statement";
    private static final String ENABLED = "@Enabled";

    private final Values values;
    private final JsonWriter json = new JsonWriter(false);
    private boolean grants;

    private DocumentTemplate(Values values) {
        this.values = values;
    }

    /**
     * A document without places.
     *
     * @param text the document
     * @param grants whether a statement is left in it
     */
    public record Rendered(String text, boolean grants) {}

    /**
     * Puts the values in their places.
     *
     * @throws Refused when a value is missing, or has another type than its place
     */
    public static Rendered render(String template, Values values) {
        if (!(JsonReader.read(template) instanceof JsonResult.Read(JsonObject root))) {
            throw Refused.invalidInput("Failed to render template: it is not a policy document.");
        }
        DocumentTemplate rendering = new DocumentTemplate(values);
        rendering.document(root);
        return new Rendered(rendering.json.toString(), rendering.grants);
    }

    private void document(JsonObject root) {
        json.beginObject();
        for (JsonMember member : root.members()) {
            json.name(member.name());
            if (member.name().equals(STATEMENT)) {
                statements(member.value());
            } else {
                value(member.value());
            }
        }
        json.endObject();
    }

    private void statements(JsonValue value) {
        List<JsonValue> all = value instanceof JsonArray(List<JsonValue> elements, var _) ? elements : List.of(value);
        json.beginArray();
        for (JsonValue statement : all) {
            if (isEnabled(statement)) {
                grants = true;
                json.element();
                value(statement);
            }
        }
        json.endArray();
    }

    private boolean isEnabled(JsonValue statement) {
        return !(statement instanceof JsonObject object)
                || object.members().stream()
                        .filter(member -> member.name().equals(ENABLED))
                        .allMatch(member -> member.value() instanceof JsonText(String name, var _)
                                && values.one(name).equalsIgnoreCase("True"));
    }

    private void value(JsonValue value) {
        switch (value) {
            case JsonObject object -> object(object);
            case JsonArray array -> {
                json.beginArray();
                for (JsonValue element : array.elements()) {
                    json.element();
                    value(element);
                }
                json.endArray();
            }
            case JsonText text -> text(text.value());
            case JsonBoolean truth -> json.truth(truth.value());
            // Policies take numbers as the texts that they are written with.
            case JsonNumber number -> json.text(number.lexeme());
            case JsonNull _ -> throw Refused.invalidInput("Failed to render template: null has no meaning in it.");
        }
    }

    private void object(JsonObject object) {
        json.beginObject();
        for (JsonMember member : object.members()) {
            if (!member.name().equals(ENABLED)) {
                json.name(values.filled(member.name()));
                value(member.value());
            }
        }
        json.endObject();
    }

    private void text(String text) {
        List<String> list = values.each(text);
        if (list == null) {
            json.text(values.filled(text));
        } else {
            json.texts(list);
        }
    }
}
