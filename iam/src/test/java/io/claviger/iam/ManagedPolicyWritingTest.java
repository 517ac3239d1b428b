package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PolicyWriter;
import io.claviger.policy.parse.PolicyParser;
import org.junit.jupiter.api.Test;

class ManagedPolicyWritingTest {

    private static PolicyDocument parsed(String text) {
        return switch (PolicyParser.parse(text, PolicyType.IDENTITY)) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed -> throw new AssertionError(malformed.message() + " in " + text);
        };
    }

    private static String meaning(PolicyDocument document) {
        return (document.version() + " " + document.id() + " " + document.statements())
                .replaceAll("Position\\[[^]]*]", "");
    }

    @Test
    void everyPolicyOfAwsIsTheSameOnceWrittenAndParsedAgain() {
        assertThat(AwsManagedPolicies.all()).hasSizeGreaterThan(1_400).allSatisfy(policy -> {
            PolicyDocument document = parsed(AwsManagedPolicies.document(policy));
            assertThat(meaning(parsed(PolicyWriter.compact(document)))).isEqualTo(meaning(document));
            assertThat(meaning(parsed(PolicyWriter.indented(document)))).isEqualTo(meaning(document));
        });
    }
}
