package io.claviger.server.console;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of the console's own calls (RFC 8259). What is read is an object of texts, truth values, lists and further
 * objects; a name may stand in an object only once.
 */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int DEEPEST = 4;

    private Json() {}

    /** Writes a value. */
    interface Writing {
        /** Writes it to the end. */
        void to(JsonGenerator json);
    }

    /** The value as text. */
    static String of(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.to(json);
        }
        return text.toString();
    }

    /**
     * The members of the object that a body is.
     *
     * @return values that are a {@code String}, a {@code Boolean}, a {@code List} or a {@code Map} of these; no nulls
     * @throws NotJson if it is anything else
     */
    static Map<String, Object> object(byte[] body) throws NotJson {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NotJson();
            }
            Map<String, Object> object = members(json, 0);
            if (json.nextToken() != null) {
                throw new NotJson();
            }
            return object;
        } catch (JacksonException e) {
            throw new NotJson();
        }
    }

    private static Map<String, Object> members(JsonParser json, int depth) throws NotJson {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            Object value = value(json, depth + 1);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static @Nullable Object value(JsonParser json, int depth) throws NotJson {
        JsonToken token = json.currentToken();
        if (depth > DEEPEST || token == null) {
            throw new NotJson();
        }
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT -> members(json, depth);
            case START_ARRAY -> elements(json, depth);
            default -> throw new NotJson();
        };
    }

    private static List<Object> elements(JsonParser json, int depth) throws NotJson {
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(json, depth + 1);
            if (value == null) {
                throw new NotJson();
            }
            elements.add(value);
        }
        return elements;
    }
}
