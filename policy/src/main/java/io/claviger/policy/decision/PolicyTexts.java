package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.parse.PolicyParser;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of compiled policies, each read again when an explanation first needs it. To explain many requests under
 * the same policies, hand the same texts to all of them. For one thread.
 */
public final class PolicyTexts {

    private final Map<CompiledPolicy, PolicyDocument> read = new HashMap<>();

    /** Nothing is read yet. */
    public PolicyTexts() {}

    PolicyDocument of(CompiledPolicy policy) {
        return read.computeIfAbsent(policy, PolicyTexts::document);
    }

    private static PolicyDocument document(CompiledPolicy policy) {
        return switch (PolicyParser.parse(policy.text(), policy.type())) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed ->
                throw new IllegalStateException("compiled, but malformed: " + malformed.message());
        };
    }
}
