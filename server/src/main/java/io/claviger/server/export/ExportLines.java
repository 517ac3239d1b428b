package io.claviger.server.export;

import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.commit.AccountRow.Value;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lines of an export. */
final class ExportLines {

    /** What the first line begins with; its value is the number of the format. */
    static final String FORMAT = "claviger-export";

    /** The format that this build writes and reads. */
    static final int NUMBER = 1;

    /** What stands around a secret. */
    static final String SEALED = "sealed";

    /** The last line: the sealed sum of all bytes before it. */
    static final String END = "end";

    private static final JsonFactory JSON = new JsonFactory();

    private ExportLines() {}

    /** A line that is none of an export's. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What sums up the lines. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The names of a line with texts and numbers, such as the first one. */
    static Map<String, String> flat(String line) throws Malformed {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            Map<String, String> members = new HashMap<>();
            expect(json, JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
                    throw new Malformed();
                }
                members.put(name, json.getString());
            }
            end(json);
            return members;
        } catch (JacksonException e) {
            throw new Malformed();
        }
    }

    /** A row, whose secrets are opened with the key. */
    static AccountRow row(String line, ContentKey content) throws Malformed {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            expect(json, JsonToken.START_OBJECT);
            expect(json, JsonToken.PROPERTY_NAME);
            String table = json.currentName();
            expect(json, JsonToken.START_OBJECT);
            Map<String, Value> values = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                values.put(json.currentName(), value(json, content));
            }
            expect(json, JsonToken.END_OBJECT);
            end(json);
            return new AccountRow(table, values);
        } catch (JacksonException e) {
            throw new Malformed();
        }
    }

    private static Value value(JsonParser json, ContentKey content) throws Malformed {
        return switch (json.nextToken()) {
            case VALUE_STRING -> new Value.Text(json.getString());
            case VALUE_NUMBER_INT -> new Value.Whole(json.getLongValue());
            case START_OBJECT -> {
                expect(json, JsonToken.PROPERTY_NAME);
                expect(json, JsonToken.VALUE_STRING);
                String secret = content.open(json.getString()).orElseThrow(Malformed::new);
                expect(json, JsonToken.END_OBJECT);
                yield new Value.Secret(secret);
            }
            case null, default -> throw new Malformed();
        };
    }

    private static void expect(JsonParser json, JsonToken token) throws Malformed {
        if (json.nextToken() != token) {
            throw new Malformed();
        }
    }

    private static void end(JsonParser json) throws Malformed {
        if (json.nextToken() != null) {
            throw new Malformed();
        }
    }
}
