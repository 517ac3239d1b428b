package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.corpus.DecisionCorpus;
import io.claviger.policy.corpus.RecordedDecision;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situations;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision on record, made by the engine and by the reference evaluator. */
class DecisionCorpusTest {

    private static final int FEWEST = 2_230;

    static List<String> files() {
        return DecisionCorpus.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void engineAndReferenceDecideAsRecorded(String file) {
        SoftAssertions softly = new SoftAssertions();
        DecisionCorpus.in(file).forEach(recorded -> {
            Situation asked = Situations.situation(recorded);
            Decision decision = Engine.of(asked).decide(asked, recorded.context());
            softly.assertThat(Policies.words(decision))
                    .as("engine: %s", recorded)
                    .isEqualTo(expected(recorded));
            if (recorded.by() != null) {
                softly.assertThat(by(decision)).as("engine: %s", recorded).isEqualTo(recorded.by());
            }
            softly.assertThat(ReferenceEvaluator.decide(asked))
                    .as("reference: %s", recorded)
                    .isEqualTo(expected(recorded));
        });
        softly.assertAll();
    }

    @Tag("long")
    @Test
    void theCorpusIsLarge() {
        assertThat(DecisionCorpus.all()).hasSizeGreaterThan(FEWEST);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("files")
    void noTwoDecisionsOfATableHaveOneName(String file) {
        Set<String> names = new HashSet<>();
        assertThat(DecisionCorpus.in(file).map(RecordedDecision::name).filter(name -> !names.add(name)))
                .isEmpty();
    }

    @Tag("long")
    @Test
    void everyOutcomeIsOnRecordForEveryKindOfPoliciesThatCanBeToBlame() {
        for (RecordedDecision.Outcome outcome : RecordedDecision.Outcome.values()) {
            Stream<PolicyType> reasons = DecisionCorpus.all()
                    .filter(recorded -> recorded.outcome() == outcome)
                    .flatMap(recorded -> Stream.ofNullable(recorded.reason()));
            Set<PolicyType> blamed = new HashSet<>(reasons.toList());
            assertThat(blamed)
                    .hasSizeGreaterThanOrEqualTo(
                            outcome == RecordedDecision.Outcome.ALLOWED ? 0 : PolicyType.values().length - 1);
        }
    }

    private static @Nullable String by(Decision decision) {
        MatchedStatement statement = switch (decision) {
            case Allowed allowed -> allowed.by();
            case ExplicitlyDenied denied -> denied.by();
            case ImplicitlyDenied _ -> null;
        };
        return statement == null ? null : statement.policy() + "#" + statement.index();
    }

    private static String expected(RecordedDecision recorded) {
        return switch (recorded.outcome()) {
            case ALLOWED -> "Allow";
            case EXPLICITLY_DENIED -> "Deny:" + recorded.reason();
            case IMPLICITLY_DENIED -> "Implicit:" + recorded.reason();
        };
    }
}
