package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomPoliciesTest {

    private static final int ROUNDS = 10_000;
    private static final int REQUESTS = 5;

    @Test
    void engineAndReferenceAgree() {
        RandomPolicy world = new RandomPolicy(new SplittableRandom(20_261_122));
        Map<String, Integer> outcomes = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Policies policies = world.policies();
            PrincipalPolicies principal = policies.compiled();
            for (int i = 0; i < REQUESTS; i++) {
                String action = world.action();
                String resource = world.resource();
                Map<String, ContextValue> context = world.context();
                String expected = policies.reference(action, resource, context);
                Decision decision =
                        principal.decide(new AuthorizationRequest(action, resource, MapContext.of(context)));
                if (!Policies.words(decision).equals(expected)) {
                    assertThat(Policies.words(decision))
                            .as("%s on %s with %s under %s", action, resource, context, policies)
                            .isEqualTo(expected);
                }
                outcomes.merge(expected, 1, Integer::sum);
            }
        }
        assertThat(outcomes).as("every outcome is met").hasSize(7);
        assertThat(outcomes.values()).as("and none of them is rare").allMatch(count -> count > ROUNDS / 100);
    }
}
