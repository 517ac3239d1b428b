package io.claviger.operations;

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
    static PolicyDocument parsed(String text) {
        return accepted(PolicyParser.parse(text, PolicyType.IDENTITY));
    }

    private static PolicyDocument accepted(ParsedPolicy parsed) {
        return switch (parsed) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed ->
                throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, malformed.message());
        };
    }

    /** Refuses a text that is no policy of the language's current version, or one over the quota of managed policies. */
    static void requireManageable(String text, int quota) {
        PolicyDocument document = accepted(PolicyParser.parse(text, PolicyType.IDENTITY, LanguageVersion.V2012_10_17));
        if (document.size() > quota) {
            throw Refused.quota("PolicySize", quota);
        }
    }
}
