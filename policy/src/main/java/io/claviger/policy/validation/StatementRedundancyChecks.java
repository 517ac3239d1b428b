package io.claviger.policy.validation;

import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.validation.StatementView.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Statements that say the same but for their IDs and the order of what they list. */
final class StatementRedundancyChecks implements PolicyChecks {

    @Override
    public void check(PolicyView policy, Scope scope) {
        Map<String, List<Location>> same = new LinkedHashMap<>();
        for (StatementView statement : policy.statements()) {
            same.computeIfAbsent(meaning(statement), meaning -> new ArrayList<>())
                    .add(statement.node().location());
        }
        for (List<Location> places : same.values()) {
            if (places.size() > 1) {
                scope.report()
                        .add(
                                Check.REDUNDANT_STATEMENT,
                                "The statements are redundant because they provide identical permissions. Update the"
                                        + " policy to remove the redundant statement.",
                                places);
            }
        }
    }

    private static String meaning(StatementView statement) {
        Map<String, String> elements = new TreeMap<>();
        for (Map.Entry<String, Member> element : statement.elements().entrySet()) {
            boolean action = element.getKey().endsWith("Action");
            String text = canonical(element.getValue().value().value());
            elements.put(element.getKey(), action ? AsciiCase.lower(text) : text);
        }
        elements.remove("Sid");
        return elements.toString();
    }

    /** Arrays are sorted, and one of a single element is that element: order and brackets mean nothing in a policy. */
    private static String canonical(JsonValue value) {
        return switch (value) {
            case JsonArray(List<JsonValue> elements, var span) ->
                elements.size() == 1
                        ? canonical(elements.getFirst())
                        : elements.stream()
                                .map(StatementRedundancyChecks::canonical)
                                .sorted()
                                .collect(Collectors.joining(",", "[", "]"));
            case JsonObject(var members, var span) ->
                members.stream()
                        .map(member -> quoted(member.name()) + ':' + canonical(member.value()))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            case JsonText(String text, var span) -> quoted(text);
            case JsonNumber(String lexeme, var span) -> quoted(lexeme);
            case JsonBoolean(boolean truth, var span) -> quoted(Boolean.toString(truth));
            case JsonNull nothing -> "null";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
