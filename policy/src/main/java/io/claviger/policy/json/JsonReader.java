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
 * Reads one JSON value (RFC 8259) and keeps where everything in it stands. Stricter than the RFC: a name may stand in an
 * object only once, the value may be nested at most {@value #MAX_DEPTH} deep, and the text may hold only U+0009, U+000A,
 * U+000D and U+0020 to U+00FF, the characters that IAM lets a policy have. Not thread safe; one for each text.
 */
public final class JsonReader {

    /** How many arrays and objects may enclose a value. */
    public static final int MAX_DEPTH = 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_QUOTATION = 64;

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
            if (text.startsWith(BYTE_ORDER_MARK)) {
                throw reader.scanner.fault("The text begins with a byte order mark (U+FEFF), which JSON has not");
            }
            JsonValue root = reader.value(0);
            reader.scanner.skipSpace();
            if (!reader.scanner.atEnd()) {
                throw reader.scanner.fault("Nothing may follow the end of the value");
            }
            return new JsonResult.Read(root);
        } catch (JsonFault fault) {
            return new Fault(fault.reason, fault.at);
        }
    }

    private JsonValue value(int depth) throws JsonFault {
        scanner.skipSpace();
        if (depth > MAX_DEPTH) {
            throw scanner.fault("Arrays and objects may be nested at most " + MAX_DEPTH + " deep");
        }
        Position at = scanner.position();
        return switch (scanner.peek()) {
            case '{' -> object(depth, at);
            case '[' -> array(depth, at);
            case '"' -> new JsonText(scanner.string(), scanner.since(at));
            case 't' -> new JsonBoolean(true, word("true", at));
            case 'f' -> new JsonBoolean(false, word("false", at));
            case 'n' -> new JsonNull(word("null", at));
            default -> new JsonNumber(scanner.number(), scanner.since(at));
        };
    }

    private Span word(String word, Position at) throws JsonFault {
        scanner.word(word);
        return scanner.since(at);
    }

    private JsonObject object(int depth, Position at) throws JsonFault {
        scanner.accept('{');
        List<JsonMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (scanner.accept('}')) {
            return new JsonObject(members, scanner.since(at));
        }
        String name;
        do {
            JsonMember member = member(depth, names);
            members.add(member);
            name = member.name();
        } while (scanner.accept(','));
        if (!scanner.accept('}')) {
            throw scanner.fault("Expected ',' or '}' after the member " + quoted(name));
        }
        return new JsonObject(members, scanner.since(at));
    }

    private JsonMember member(int depth, Set<String> names) throws JsonFault {
        scanner.skipSpace();
        if (scanner.peek() != '"') {
            boolean trailing = scanner.peek() == '}';
            throw scanner.fault(
                    trailing ? "A ',' may not stand before '}'" : "Expected a member's name in double quotes");
        }
        Position at = scanner.position();
        String name = scanner.string();
        Span span = scanner.since(at);
        if (!names.add(name)) {
            throw new JsonFault("The member " + quoted(name) + " stands twice in one object", at);
        }
        if (!scanner.accept(':')) {
            throw scanner.fault("Expected ':' after the name " + quoted(name));
        }
        return new JsonMember(name, span, value(depth + 1));
    }

    private JsonArray array(int depth, Position at) throws JsonFault {
        scanner.accept('[');
        List<JsonValue> elements = new ArrayList<>();
        if (scanner.accept(']')) {
            return new JsonArray(elements, scanner.since(at));
        }
        do {
            scanner.skipSpace();
            if (scanner.peek() == ']') {
                throw scanner.fault("A ',' may not stand before ']'");
            }
            elements.add(value(depth + 1));
        } while (scanner.accept(','));
        if (!scanner.accept(']')) {
            throw scanner.fault("Expected ',' or ']' after an element of an array");
        }
        return new JsonArray(elements, scanner.since(at));
    }

    private static String quoted(String name) {
        boolean cut = name.length() > LONGEST_QUOTATION;
        return '"' + (cut ? name.substring(0, LONGEST_QUOTATION) + "..." : name) + '"';
    }
}
