package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.fuzz.PolicyFuzzChoices;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class SplicedPoliciesTest {

    private static final int INPUTS = 2_000;

    private static byte[] input(SplittableRandom random) {
        byte[] input = new byte[2 + random.nextInt(120)];
        random.nextBytes(input);
        input[1] = '#';
        return input;
    }

    @Test
    void noPolicyOfPiecesBreaksTheValidator() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random);
            assertThatCode(() -> ValidationFuzz.fuzzerTestOneInput(input))
                    .as(Arrays.toString(input))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theyReachMostChecks() {
        SplittableRandom random = new SplittableRandom(12);
        PolicyValidator validator = new PolicyValidator(ServiceCatalog.aws());
        Set<Check> found = EnumSet.noneOf(Check.class);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random);
            String policy =
                    new SplicedPolicies(new PolicyFuzzChoices(Arrays.copyOfRange(input, 2, input.length))).policy();
            for (DocumentType type : DocumentType.values()) {
                validator.validate(policy, type, null).forEach(finding -> found.add(finding.check()));
            }
        }
        assertThat(found).hasSizeGreaterThan(Check.values().length / 2);
    }
}
