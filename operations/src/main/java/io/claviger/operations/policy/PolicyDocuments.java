package io.claviger.operations.policy;

import io.claviger.iam.Partition;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;

/** Policy documents that requests bring. */
final class PolicyDocuments {

    private PolicyDocuments() {}

    /** The document, parsed; refused when it is not one that can be evaluated. */
    static PolicyDocument parsed(String text, Partition partition) {
        return accepted(PolicyParser.parse(text, PolicyType.IDENTITY, LanguageVersion.V2008_10_17, partition.id()));
    }

    private static PolicyDocument accepted(ParsedPolicy parsed) {
        return switch (parsed) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed ->
                throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, malformed.message());
        };
    }

    /** Refuses a text that is no policy of the language's current version, or one over the quota of managed policies. */
    static void requireManageable(String text, int quota, Partition partition) {
        PolicyDocument document =
                accepted(PolicyParser.parse(text, PolicyType.IDENTITY, LanguageVersion.V2012_10_17, partition.id()));
        if (document.size() > quota) {
            throw Refused.quota("PolicySize", quota);
        }
    }
}
