package io.claviger.policy.parse;

import io.claviger.policy.document.Term;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.List;

/** JSON of the types that a policy must have in its places. */
final class Json {

    private Json() {}

    /** The elements of an array, or what stands there instead of an array of one. */
    static List<JsonValue> elements(JsonValue value) {
        return value instanceof JsonArray array ? array.elements() : List.of(value);
    }

    static JsonObject object(JsonValue value, String what) throws PolicyFault {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw PolicyFault.syntax(what + " is an object in braces", value.at());
    }

    static Term text(JsonValue value, String what) throws PolicyFault {
        if (value instanceof JsonText text) {
            return new Term(text.value(), text.at());
        }
        throw PolicyFault.syntax(what + " is a text in double quotes", value.at());
    }
}
