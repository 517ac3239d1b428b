package io.claviger.policy.reference;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.Evaluation;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MapContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine, asked about the policies of a situation; each policy is named by its type and place, as in {@code IDENTITY/0}.
 *
 * @param principal the compiled policies of the one who asks
 * @param resource the compiled policies of the resource
 */
public record Engine(PrincipalPolicies principal, @Nullable ResourcePolicies resource) {

    /** Compiles the policies of a situation. */
    public static Engine of(Situation situation) {
        List<PolicyDocument> session = situation.session();
        return new Engine(
                PrincipalPolicies.of(
                        compiled(situation.identity()),
                        compiled(situation.boundary()),
                        session == null ? null : compiled(session),
                        levels(situation.serviceControls())),
                situation.owner() == null ? null : compiled(situation.owner()));
    }

    private static ResourcePolicies compiled(Owner owner) {
        return ResourcePolicies.of(
                owner.accountId(), compiled(owner.policy()), levels(owner.controls()), owner.explicitTrust());
    }

    private static List<List<CompiledPolicy>> levels(List<List<PolicyDocument>> levels) {
        return levels.stream().map(Engine::compiled).toList();
    }

    private static List<CompiledPolicy> compiled(List<PolicyDocument> documents) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        for (PolicyDocument document : documents) {
            compiled.add(CompiledPolicy.compile(document.type() + "/" + compiled.size(), document));
        }
        return compiled;
    }

    private static @Nullable CompiledPolicy compiled(@Nullable PolicyDocument document) {
        return document == null ? null : compiled(List.of(document)).getFirst();
    }

    /** The decision about a situation with these policies. */
    public Decision decide(Situation situation) {
        return decide(situation, situation.context());
    }

    /** The same, of a context whose keys may be written in any case. */
    public Decision decide(Situation situation, Map<String, ContextValue> context) {
        return Evaluation.decide(situation.requester(), principal, resource, request(situation, context));
    }

    /** The explanation of a situation with these policies. */
    public Explanation explain(Situation situation) {
        return Evaluation.explain(situation.requester(), principal, resource, request(situation, situation.context()));
    }

    private static AuthorizationRequest request(Situation situation, Map<String, ContextValue> context) {
        return new AuthorizationRequest(situation.action(), situation.resource(), MapContext.of(context));
    }

    /** A decision in the reference evaluator's words. */
    public static String words(Decision decision) {
        return switch (decision) {
            case Allowed allowed -> "Allow";
            case ExplicitlyDenied denied -> "Deny:" + denied.in();
            case ImplicitlyDenied denied -> "Implicit:" + denied.missing();
        };
    }
}
