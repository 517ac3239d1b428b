package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.Decision.Allowed;
import io.claviger.policy.Decision.ExplicitlyDenied;
import io.claviger.policy.Decision.ImplicitlyDenied;
import io.claviger.policy.reference.ReferenceEvaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Policies by layer, decided by the engine and by the reference evaluator. */
record Policies(Map<PolicyType, List<PolicyDocument>> layers) {

    static PolicyDocument parsed(String text) {
        return parsed(text, PolicyType.IDENTITY);
    }

    static PolicyDocument parsed(String text, PolicyType type) {
        ParsedPolicy policy = PolicyParser.parse(text, type);
        assertThat(policy).as(text).isInstanceOf(PolicyDocument.class);
        return (PolicyDocument) policy;
    }

    /** A decision in the reference evaluator's words. */
    static String words(Decision decision) {
        return switch (decision) {
            case Allowed allowed -> "Allow";
            case ExplicitlyDenied denied -> "Deny:" + denied.in();
            case ImplicitlyDenied denied -> "Implicit:" + denied.missing();
        };
    }

    PrincipalPolicies compiled() {
        List<CompiledPolicy> boundary = compiled(PolicyType.PERMISSIONS_BOUNDARY);
        return PrincipalPolicies.of(
                compiled(PolicyType.IDENTITY),
                boundary.isEmpty() ? null : boundary.getFirst(),
                layers.containsKey(PolicyType.SESSION) ? compiled(PolicyType.SESSION) : null);
    }

    String reference(String action, String resource, Map<String, ContextValue> context) {
        Map<String, ContextValue> lower = new HashMap<>();
        context.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return ReferenceEvaluator.decide(layers, action, resource, lower);
    }

    private List<CompiledPolicy> compiled(PolicyType type) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        for (PolicyDocument document : layers.getOrDefault(type, List.of())) {
            compiled.add(CompiledPolicy.compile(type + "/" + compiled.size(), document));
        }
        return compiled;
    }
}
