package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.corpus.DecisionCorpus;
import io.claviger.policy.corpus.RecordedDecision;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** The decisions on record that the policy engine is held against, asked of the simulator, as far as it can be asked. */
class SimulatedCorpusTest {

    /** One for all cases, since no simulation changes anything. */
    private static final Workbench BENCH = new Workbench();

    @AfterAll
    static void closeTheWorkbench() {
        BENCH.close();
    }

    /** The shortest name of a condition key that a request can give. */
    private static final int SHORTEST_KEY = 5;

    static Stream<RecordedDecision> expressibleCases() {
        return DecisionCorpus.all().filter(SimulatedCorpusTest::isExpressible);
    }

    /** Requests give no session policies, no key without values, and no action without a service. */
    private static boolean isExpressible(RecordedDecision recorded) {
        return recorded.plain()
                && recorded.session() == null
                && recorded.action().contains(":")
                && recorded.context().entrySet().stream().noneMatch(SimulatedCorpusTest::cannotBeGiven);
    }

    private static boolean cannotBeGiven(Map.Entry<String, ContextValue> key) {
        return key.getKey().length() < SHORTEST_KEY
                || (key.getValue() instanceof ContextValue.Texts(List<String> values) && values.isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressibleCases")
    void theSimulatorFindsWhatIsOnRecord(RecordedDecision recorded) {
        String boundary = recorded.boundary();
        EvaluationResult result = BENCH.admin()
                .simulateCustomPolicy(simulate -> simulate.policyInputList(recorded.policies())
                        .permissionsBoundaryPolicyInputList(boundary == null ? List.of() : List.of(boundary))
                        .actionNames(recorded.action())
                        .resourceArns(recorded.resource())
                        .callerArn(ofTheAccount(recorded.resource()))
                        .contextEntries(entries(recorded.context())))
                .evaluationResults()
                .getFirst();

        assertThat(result.evalDecisionAsString())
                .isEqualTo(
                        switch (recorded.outcome()) {
                            case ALLOWED -> "allowed";
                            case EXPLICITLY_DENIED -> "explicitDeny";
                            case IMPLICITLY_DENIED -> "implicitDeny";
                        });
        if (recorded.reason() == PolicyType.PERMISSIONS_BOUNDARY) {
            assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                    .isFalse();
        }
    }

    /** Somebody in the resource's account, since the tables are about one account; null if its ARN names none. */
    private static @Nullable String ofTheAccount(String resource) {
        String[] parts = resource.split(":", 6);
        return parts.length == 6 && parts[4].matches("[0-9]{12}")
                ? "arn:aws:iam::" + parts[4] + ":user/somebody"
                : null;
    }

    @Test
    void nearlyAllThatRequestsCanSayIsAskedOfTheSimulator() {
        assertThat(expressibleCases()).hasSizeGreaterThanOrEqualTo(2_600);
    }

    private static List<ContextEntry> entries(Map<String, ContextValue> context) {
        return context.entrySet().stream()
                .map(key -> ContextEntry.builder()
                        .contextKeyName(key.getKey())
                        .contextKeyType(
                                switch (key.getValue()) {
                                    case ContextValue.Text _ -> "string";
                                    case ContextValue.Texts _ -> "stringList";
                                })
                        .contextKeyValues(
                                switch (key.getValue()) {
                                    case ContextValue.Text(String value) -> List.of(value);
                                    case ContextValue.Texts(List<String> values) -> values;
                                })
                        .build())
                .toList();
    }
}
