package io.claviger.policycli;

import io.claviger.policy.json.Position;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads condition keys from a JSON object: a member for each key. A string, number or boolean is the value of a key that
 * has one; an array holds the values of a multivalued key, even if it holds one.
 */
final class ContextFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Source source;
    private final Screen screen;

    private ContextFile(Source source, Screen screen) {
        this.source = source;
        this.screen = screen;
    }

    /**
     * The keys in a file.
     *
     * @throws NoAnswer when it is no such object
     */
    static Map<String, ContextValue> read(Source source, Screen screen) {
        ContextFile file = new ContextFile(source, screen);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), source.text())) {
            return file.object(json);
        } catch (JacksonException e) {
            throw file.fault(String.valueOf(e.getOriginalMessage()), e.getLocation());
        }
    }

    private Map<String, ContextValue> object(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault("it must be an object with a member for each key", json.currentTokenLocation());
        }
        Map<String, ContextValue> keys = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            keys.put(key, json.nextToken() == JsonToken.START_ARRAY ? several(json) : new Text(scalar(json)));
        }
        if (json.nextToken() != null) {
            throw fault("nothing may follow the object", json.currentTokenLocation());
        }
        return keys;
    }

    private ContextValue several(JsonParser json) {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(json));
        }
        return new Texts(values);
    }

    private String scalar(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw fault(
                    "a key's value must be a string, a number, true, false or an array of those",
                    json.currentTokenLocation());
        }
        return json.getString();
    }

    private NoAnswer fault(String reason, TokenStreamLocation where) {
        int offset = Math.clamp(where.getCharOffset(), 0, source.text().length());
        Position at = new Position(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()), offset);
        return NoAnswer.unusable(source.place(at) + ": these are not condition keys: " + reason + '\n'
                + new Excerpt(source.text(), screen).at(at));
    }
}
