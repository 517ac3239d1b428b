package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.validation.DocumentType;
import io.claviger.policy.validation.Finding;
import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.PolicyValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ManagedPolicyValidationTest {

    private static final PolicyValidator VALIDATOR = new PolicyValidator(ServiceCatalog.aws());

    /** The list names each policy with each kind of error that it has; both ways, so that it stays true. */
    @Test
    void onlyThosePoliciesHaveErrorsThatAreListedWithAReason() throws IOException {
        Set<String> errors = new TreeSet<>();
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            List<Finding> findings =
                    VALIDATOR.validate(AwsManagedPolicies.document(policy), DocumentType.IDENTITY_POLICY);
            findings.stream()
                    .filter(finding -> finding.type() == FindingType.ERROR)
                    .forEach(finding -> errors.add(finding.issueCode() + ' ' + policy.name()));
        }
        assertThat(errors).containsExactlyElementsOf(listed("/managed-policies-with-errors.txt"));
    }

    /** What Claviger alone looks for is found in AWS's own policies only where it is true. */
    @Test
    void onlyThosePoliciesHaveFindingsOfClavigersOwnThatAreListedWithAReason() throws IOException {
        Set<String> own = new TreeSet<>();
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            VALIDATOR.validate(AwsManagedPolicies.document(policy), DocumentType.IDENTITY_POLICY).stream()
                    .filter(finding -> finding.check().own())
                    .forEach(finding -> own.add(finding.issueCode()
                            + ' '
                            + policy.name()
                            + ' '
                            + finding.details().split(" ", 4)[2]));
        }
        assertThat(own).containsExactlyElementsOf(listed("/managed-policies-with-own-findings.txt"));
    }

    private static Set<String> listed(String file) throws IOException {
        try (InputStream stream = ManagedPolicyValidationTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            Set<String> lines = new TreeSet<>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        }
    }
}
