package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.claviger.policy.PolicyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The decisions on record that the policy engine is held against, asked of the simulator, as far as it can be asked. */
class SimulatedCorpusTest {

    /** One for all cases, since no simulation changes anything. */
    private static final Workbench BENCH = new Workbench();

    @AfterAll
    static void closeTheWorkbench() {
        BENCH.close();
    }

    private static final Path CORPUS = Path.of("..", "policy", "src", "test", "resources", "decisions");

    /** The parts of a case that requests can give. */
    private static final Set<String> KNOWN = Set.of("name", "policies", "boundary", "request", "decision", "reason");

    /** The shortest name of a condition key that a request can give. */
    private static final int SHORTEST_KEY = 5;

    static Stream<Arguments> expressibleCases() throws IOException {
        return cases().filter(SimulatedCorpusTest::isExpressible)
                .map(node -> arguments(node.get("name").asString(), node));
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().map(SimulatedCorpusTest::read).toList().stream()
                    .flatMap(file -> StreamSupport.stream(file.spliterator(), false));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests give no session policies, no key without values, and no action without a service. */
    private static boolean isExpressible(JsonNode node) {
        return KNOWN.containsAll(node.propertyNames())
                && node.get("request").get("action").asString().contains(":")
                && node.get("request").get("context").properties().stream()
                        .noneMatch(SimulatedCorpusTest::cannotBeGiven);
    }

    private static boolean cannotBeGiven(Map.Entry<String, JsonNode> key) {
        return key.getKey().length() < SHORTEST_KEY
                || (key.getValue().isArray() && key.getValue().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressibleCases")
    void theSimulatorFindsWhatIsOnRecord(String name, JsonNode node) {
        String resource = node.get("request").get("resource").asString();
        EvaluationResult result = BENCH.admin()
                .simulateCustomPolicy(simulate -> simulate.policyInputList(texts(node.get("policies")))
                        .permissionsBoundaryPolicyInputList(
                                node.has("boundary")
                                        ? List.of(node.get("boundary").toString())
                                        : List.of())
                        .actionNames(node.get("request").get("action").asString())
                        .resourceArns(resource)
                        .contextEntries(entries(node.get("request").get("context"))))
                .evaluationResults()
                .getFirst();

        assertThat(result.evalDecisionAsString())
                .isEqualTo(
                        switch (node.get("decision").asString()) {
                            case "Allowed" -> "allowed";
                            case "ExplicitlyDenied" -> "explicitDeny";
                            default -> "implicitDeny";
                        });
        if (node.has("reason") && node.get("reason").asString().equals(PolicyType.PERMISSIONS_BOUNDARY.name())) {
            assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                    .isFalse();
        }
    }

    @Test
    void nearlyTheWholeCorpusIsAskedOfTheSimulator() throws IOException {
        assertThat(expressibleCases().count()).isGreaterThanOrEqualTo(679);
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.toString()));
        return texts;
    }

    private static List<ContextEntry> entries(JsonNode context) {
        List<ContextEntry> entries = new ArrayList<>();
        context.properties()
                .forEach(key -> entries.add(ContextEntry.builder()
                        .contextKeyName(key.getKey())
                        .contextKeyType(key.getValue().isArray() ? "stringList" : "string")
                        .contextKeyValues(
                                key.getValue().isArray()
                                        ? StreamSupport.stream(key.getValue().spliterator(), false)
                                                .map(JsonNode::asString)
                                                .toList()
                                        : List.of(key.getValue().asString()))
                        .build()));
        return entries;
    }
}
