package io.claviger.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Policies by layer, decided by the engine and by the reference evaluator. */
public record Policies(Map<PolicyType, List<PolicyDocument>> layers) {

    public static PolicyDocument parsed(String text) {
        return parsed(text, PolicyType.IDENTITY);
    }

    public static PolicyDocument parsed(String text, PolicyType type) {
        ParsedPolicy policy = PolicyParser.parse(text, type);
        assertThat(policy).as(text).isInstanceOf(PolicyDocument.class);
        return (PolicyDocument) policy;
    }

    /** A decision in the reference evaluator's words. */
    public static String words(Decision decision) {
        return switch (decision) {
            case Allowed allowed -> "Allow";
            case ExplicitlyDenied denied -> "Deny:" + denied.in();
            case ImplicitlyDenied denied -> "Implicit:" + denied.missing();
        };
    }

    public PrincipalPolicies compiled() {
        List<CompiledPolicy> boundary = compiled(PolicyType.PERMISSIONS_BOUNDARY);
        return PrincipalPolicies.of(
                compiled(PolicyType.IDENTITY),
                boundary.isEmpty() ? null : boundary.getFirst(),
                layers.containsKey(PolicyType.SESSION) ? compiled(PolicyType.SESSION) : null);
    }

    public String reference(String action, String resource, Map<String, ContextValue> context) {
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
