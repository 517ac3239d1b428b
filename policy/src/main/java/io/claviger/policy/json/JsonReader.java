package io.claviger.policy.json;

import io.claviger.policy.json.JsonResult.Fault;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one JSON value (RFC 8259) and keeps the position of everything in it. Stricter than the RFC: a name may stand in
 * an object only once, the value may be nested at most {@value #MAX_DEPTH} deep, and the text may hold only U+0009,
 * U+000A, U+000D and U+0020 to U+00FF, the characters that IAM lets a policy have. Not thread safe; one for each text.
 */
public final class JsonReader {

    /** How many arrays and objects may enclose a value. */
    public static final int MAX_DEPTH = 16;

    private final JsonScanner scanner;

    private JsonReader(String text) {
        this.scanner = new JsonScanner(text);
    }

    /**
     * Reads a whole text.
     *
     * @param text any text
     * @return the value, or the first fault; never throws
     */
    public static JsonResult read(String text) {
        try {
            JsonReader reader = new JsonReader(text);
            JsonValue root = reader.value(0);
            reader.scanner.skipSpace();
            if (!reader.scanner.atEnd()) {
                throw reader.scanner.fault("nothing may follow the value");
            }
            return new JsonResult.Read(root);
        } catch (JsonFault fault) {
            return new Fault(fault.reason, fault.at);
        }
    }

    private JsonValue value(int depth) throws JsonFault {
        scanner.skipSpace();
        if (depth > MAX_DEPTH) {
            throw scanner.fault("nested too deep");
        }
        Position at = scanner.position();
        return switch (scanner.peek()) {
            case '{' -> object(depth, at);
            case '[' -> array(depth, at);
            case '"' -> new JsonText(scanner.string(), at);
            case 't' -> literal("true", new JsonBoolean(true, at));
            case 'f' -> literal("false", new JsonBoolean(false, at));
            case 'n' -> literal("null", new JsonNull(at));
            default -> new JsonNumber(scanner.number(), at);
        };
    }

    private JsonValue literal(String word, JsonValue value) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            scanner.expect(word.charAt(i));
        }
        return value;
    }

    private JsonValue object(int depth, Position at) throws JsonFault {
        scanner.expect('{');
        List<JsonMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (scanner.accept('}')) {
            return new JsonObject(members, at);
        }
        do {
            scanner.skipSpace();
            Position nameAt = scanner.position();
            String name = scanner.string();
            if (!names.add(name)) {
                throw new JsonFault("the name stands twice in the object", nameAt);
            }
            scanner.skipSpace();
            scanner.expect(':');
            members.add(new JsonMember(name, nameAt, value(depth + 1)));
        } while (scanner.accept(','));
        scanner.expect('}');
        return new JsonObject(members, at);
    }

    private JsonValue array(int depth, Position at) throws JsonFault {
        scanner.expect('[');
        List<JsonValue> elements = new ArrayList<>();
        if (scanner.accept(']')) {
            return new JsonArray(elements, at);
        }
        do {
            elements.add(value(depth + 1));
        } while (scanner.accept(','));
        scanner.expect(']');
        return new JsonArray(elements, at);
    }
}
