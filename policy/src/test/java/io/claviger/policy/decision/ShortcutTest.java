package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.random.RandomPolicySituations;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.MapContext;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The shortcut of {@link PrincipalPolicies#decide} comes to what the procedure comes to, statement by statement. */
class ShortcutTest {

    private static final long SEED = 20_261_128;
    private static final int QUESTIONS = 40_000;
    private static final int REQUESTS = 20;

    @Test
    void decidesAsTheProcedureDoes() {
        RandomPolicySituations world = new RandomPolicySituations(new SplittableRandom(SEED));
        Set<String> outcomes = new HashSet<>();
        Situation situation = world.situation();
        for (int i = 1; i <= QUESTIONS; i++) {
            if (Evaluation.isUsual(situation.requester())) {
                PrincipalPolicies principal = Engine.of(situation).principal();
                AuthorizationRequest request = new AuthorizationRequest(
                        situation.action(), situation.resource(), MapContext.of(situation.context()));
                Decision expected = Evaluation.byProcedure(situation.requester(), principal, null, request);
                assertThat(principal.decide(request))
                        .as("question %d of seed %d", i, SEED)
                        .isEqualTo(expected);
                outcomes.add(Engine.words(expected));
            }
            situation = i % REQUESTS == 0 ? world.situation() : world.again(situation);
        }
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "Allow",
                        "Deny:SERVICE_CONTROL",
                        "Deny:IDENTITY",
                        "Deny:PERMISSIONS_BOUNDARY",
                        "Deny:SESSION",
                        "Implicit:SERVICE_CONTROL",
                        "Implicit:IDENTITY",
                        "Implicit:PERMISSIONS_BOUNDARY",
                        "Implicit:SESSION");
    }
}
