package io.claviger.policy.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.SituationText;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Engine and reference evaluator, asked the same. {@code -Dclaviger.agreements=10000000} asks so many questions, and
 * {@code -Dclaviger.seed=N} others.
 */
@Tag("long")
class RandomPoliciesTest {

    private static final int USUAL = 200_000;
    private static final int QUESTIONS = Integer.getInteger("claviger.agreements", USUAL);
    private static final long SEED = Long.getLong("claviger.seed", 20_261_122);
    private static final int REQUESTS = 40;
    private static final int EXPLAINED = 16;
    private static final int PROGRESS = 1_000_000;

    @Test
    void engineAndReferenceAgree() {
        RandomPolicySituations world = new RandomPolicySituations(new SplittableRandom(SEED));
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> asking = new TreeMap<>();
        Situation situation = world.situation();
        Engine engine = Engine.of(situation);
        for (int i = 1; i <= QUESTIONS; i++) {
            String expected = ReferenceEvaluator.decide(situation);
            Decision decision = engine.decide(situation);
            if (!Engine.words(decision).equals(expected)) {
                assertThat(Engine.words(decision))
                        .as("question %d of seed %d:%s", i, SEED, SituationText.of(situation))
                        .isEqualTo(expected);
            }
            if (i % EXPLAINED == 0 && !engine.explain(situation).decision().equals(decision)) {
                assertThat(engine.explain(situation).decision())
                        .as("explained question %d of seed %d:%s", i, SEED, SituationText.of(situation))
                        .isEqualTo(decision);
            }
            outcomes.merge(expected, 1, Integer::sum);
            asking.merge(kind(situation.requester()), 1, Integer::sum);
            asking.merge(
                    kind(situation.requester()) + " " + (expected.equals("Allow") ? "allowed" : "denied"),
                    1,
                    Integer::sum);
            if (i % PROGRESS == 0) {
                System.out.printf("%,d of %,d questions: %s%n", i, QUESTIONS, outcomes);
            }
            if (i % REQUESTS == 0) {
                situation = world.situation();
                engine = Engine.of(situation);
            } else {
                situation = world.again(situation);
            }
        }
        List<String> expected = new ArrayList<>(List.of("Allow"));
        for (PolicyType type : PolicyType.values()) {
            expected.add("Deny:" + type);
            expected.add("Implicit:" + type);
        }
        assertThat(outcomes.keySet()).as("every outcome is met").containsExactlyInAnyOrderElementsOf(expected);
        assertThat(outcomes)
                .as("and none of them is rare")
                .allSatisfy((outcome, count) -> assertThat(count).isGreaterThan(QUESTIONS / 200));
        assertThat(asking)
                .as("every kind of caller is allowed and denied")
                .hasSize(3 * 9)
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(QUESTIONS / 400));
    }

    private static String kind(Requester requester) {
        return switch (requester) {
            case Requester.RoleSession session when session.serviceLinked() -> "LinkedRoleSession";
            case Requester.FederatedUser session when session.madeByRoot() -> "FederatedUserOfRoot";
            default -> requester.getClass().getSimpleName();
        };
    }
}
