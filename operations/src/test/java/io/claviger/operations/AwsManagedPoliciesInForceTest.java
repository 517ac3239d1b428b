package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whoever attached a policy that cannot be evaluated would lock themselves out; none of AWS's is one. */
class AwsManagedPoliciesInForceTest {

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RESOURCE", "TRUST", "RESOURCE_CONTROL"})
    void everyPolicyOfAwssCanBeEvaluated(PolicyType type) {
        assertThat(AwsManagedPolicies.all()).isNotEmpty().allSatisfy(policy -> {
            switch (PolicyParser.parse(AwsManagedPolicies.document(policy), type)) {
                case PolicyDocument document ->
                    assertThat(CompiledPolicy.compile(policy.arn(), document)).isNotNull();
                case MalformedPolicy malformed ->
                    assertThat(malformed.message()).as(policy.arn()).isNull();
            }
        });
    }
}
