package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.claviger.policy.ContextValue.Text;
import io.claviger.policy.ContextValue.Texts;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecisionCorpusTest {

    private static final List<String> FILES = List.of(
            "actions",
            "resources",
            "strings",
            "numbers",
            "dates",
            "truth",
            "addresses",
            "arns",
            "sets",
            "variables",
            "layers",
            "documented-corner-cases");

    static Stream<Arguments> cases() throws Exception {
        List<Arguments> cases = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = DecisionCorpusTest.class.getResourceAsStream("/decisions/" + file + ".json")) {
                for (JsonNode node : new JsonMapper().readTree(Objects.requireNonNull(in))) {
                    cases.add(arguments(file + ": " + node.get("name").asString(), node));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void engineAndReferenceDecideAsRecorded(String name, JsonNode node) {
        Policies policies = policies(node);
        JsonNode request = node.get("request");
        String action = request.get("action").asString();
        String resource = request.get("resource").asString();
        Map<String, ContextValue> context = context(request.get("context"));

        Decision decision =
                policies.compiled().decide(new AuthorizationRequest(action, resource, MapContext.of(context)));

        assertThat(Policies.words(decision)).as("engine").isEqualTo(expected(node));
        assertThat(policies.reference(action, resource, context))
                .as("reference")
                .isEqualTo(expected(node));
    }

    @Test
    void theCorpusIsLarge() throws Exception {
        assertThat(cases()).hasSizeGreaterThan(700);
    }

    private static String expected(JsonNode node) {
        return switch (node.get("decision").asString()) {
            case "Allowed" -> "Allow";
            case "ExplicitlyDenied" -> "Deny:" + node.get("reason").asString();
            default -> "Implicit:" + node.get("reason").asString();
        };
    }

    private static Policies policies(JsonNode node) {
        Map<PolicyType, List<PolicyDocument>> layers = new EnumMap<>(PolicyType.class);
        layers.put(PolicyType.IDENTITY, documents(node.get("policies"), PolicyType.IDENTITY));
        if (node.has("boundary")) {
            PolicyType type = PolicyType.PERMISSIONS_BOUNDARY;
            layers.put(type, List.of(Policies.parsed(node.get("boundary").toString(), type)));
        }
        if (node.has("session")) {
            layers.put(PolicyType.SESSION, documents(node.get("session"), PolicyType.SESSION));
        }
        return new Policies(layers);
    }

    private static List<PolicyDocument> documents(JsonNode nodes, PolicyType type) {
        List<PolicyDocument> documents = new ArrayList<>();
        nodes.forEach(node -> documents.add(Policies.parsed(node.toString(), type)));
        return documents;
    }

    private static Map<String, ContextValue> context(JsonNode node) {
        Map<String, ContextValue> context = new HashMap<>();
        node.properties().forEach(entry -> context.put(entry.getKey(), value(entry.getValue())));
        return context;
    }

    private static ContextValue value(JsonNode node) {
        if (!node.isArray()) {
            return new Text(node.asString());
        }
        List<String> values = new ArrayList<>();
        node.forEach(element -> values.add(element.asString()));
        return new Texts(values);
    }
}
