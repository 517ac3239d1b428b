package io.claviger.policy.validation;

import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Policies put together of the pieces of all policies of {@code checks.txt}, now and then in places where none belongs. */
final class SplicedPolicies {

    private static final Map<String, List<String>> PIECES = pieces();
    private static final List<String> NAMES = List.copyOf(PIECES.keySet());
    private static final int MOST_STATEMENTS = 4;
    private static final int MOST_MEMBERS = 7;

    private final RandomGenerator random;

    SplicedPolicies(RandomGenerator random) {
        this.random = random;
    }

    /** The values, as written, of all members of that name, wherever they stand. */
    private static Map<String, List<String>> pieces() {
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        for (CheckTable.Case one : CheckTable.cases()) {
            if (JsonReader.read(one.text()) instanceof JsonResult.Read(JsonValue root)) {
                collect(one.text(), root, pieces);
            }
        }
        return pieces;
    }

    private static void collect(String text, JsonValue value, Map<String, List<String>> pieces) {
        switch (value) {
            case JsonObject object -> {
                for (JsonMember member : object.members()) {
                    int start = member.value().span().start().offset();
                    int end = member.value().span().end().offset();
                    pieces.computeIfAbsent(member.name(), _ -> new ArrayList<>())
                            .add(text.substring(start, end));
                    collect(text, member.value(), pieces);
                }
            }
            case JsonArray array -> array.elements().forEach(element -> collect(text, element, pieces));
            default -> {
                // Has no members.
            }
        }
    }

    /** A policy. */
    String policy() {
        String statements = IntStream.rangeClosed(0, random.nextInt(MOST_STATEMENTS))
                .mapToObj(_ -> random.nextInt(8) == 0 ? piece("Statement") : statement())
                .collect(Collectors.joining(","));
        String version = random.nextInt(8) == 0 ? piece("Version") : "\"2012-10-17\"";
        return "{\"Version\":%s,\"Statement\":[%s]}".formatted(version, statements);
    }

    private String statement() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("Effect", random.nextInt(16) == 0 ? any() : random.nextBoolean() ? "\"Allow\"" : "\"Deny\"");
        add(members, random.nextInt(6) == 0 ? "NotAction" : "Action");
        add(members, random.nextInt(6) == 0 ? "NotResource" : "Resource");
        if (random.nextBoolean()) {
            add(members, random.nextInt(6) == 0 ? "NotPrincipal" : "Principal");
        }
        if (random.nextBoolean()) {
            members.put("Condition", random.nextBoolean() ? piece("Condition") : condition());
        }
        if (random.nextInt(6) == 0) {
            add(members, name());
        }
        return object(members);
    }

    private String condition() {
        Map<String, String> operators = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Map<String, String> keys = new LinkedHashMap<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                keys.put(name(), any());
            }
            operators.put(name(), object(keys));
        }
        return object(operators);
    }

    private void add(Map<String, String> members, String name) {
        if (members.size() < MOST_MEMBERS) {
            members.put(name, random.nextInt(8) == 0 ? any() : piece(name));
        }
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member ->
                        "\"" + member.getKey().replace("\\", "\\\\").replace("\"", "\\\"") + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String name() {
        return NAMES.get(index(NAMES.size()));
    }

    private String any() {
        return piece(name());
    }

    private String piece(String name) {
        List<String> pieces = PIECES.getOrDefault(name, List.of("null"));
        return pieces.get(index(pieces.size()));
    }

    /** Of lists longer than a byte can tell all are reached. */
    private int index(int size) {
        return (random.nextInt(256) * 256 + random.nextInt(256)) % size;
    }
}
