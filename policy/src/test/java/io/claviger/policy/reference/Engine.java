package io.claviger.policy.reference;

import io.claviger.policy.AuthorizationRequest;
import io.claviger.policy.CompiledPolicy;
import io.claviger.policy.Decision;
import io.claviger.policy.Decision.Allowed;
import io.claviger.policy.Decision.ExplicitlyDenied;
import io.claviger.policy.Decision.ImplicitlyDenied;
import io.claviger.policy.Evaluation;
import io.claviger.policy.Explanation;
import io.claviger.policy.MapContext;
import io.claviger.policy.PolicyDocument;
import io.claviger.policy.PrincipalPolicies;
import io.claviger.policy.ResourcePolicies;
import io.claviger.policy.reference.Situation.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine, asked about the policies of a situation.
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
                        situation.boundary() == null ? null : compiled(situation.boundary()),
                        session == null ? null : compiled(session),
                        levels(situation.serviceControls())),
                situation.owner() == null ? null : compiled(situation.owner()));
    }

    private static ResourcePolicies compiled(Owner owner) {
        return ResourcePolicies.of(
                owner.accountId(),
                owner.policy() == null ? null : compiled(owner.policy()),
                levels(owner.controls()),
                owner.explicitTrust());
    }

    private static List<List<CompiledPolicy>> levels(List<List<PolicyDocument>> levels) {
        return levels.stream().map(Engine::compiled).toList();
    }

    private static List<CompiledPolicy> compiled(List<PolicyDocument> documents) {
        return documents.stream().map(Engine::compiled).toList();
    }

    private static CompiledPolicy compiled(PolicyDocument document) {
        return CompiledPolicy.compile(document.type().toString(), document);
    }

    /** The decision about a situation with these policies. */
    public Decision decide(Situation situation) {
        return Evaluation.decide(situation.requester(), principal, resource, request(situation));
    }

    /** The explanation of a situation with these policies. */
    public Explanation explain(Situation situation) {
        return Evaluation.explain(situation.requester(), principal, resource, request(situation));
    }

    private static AuthorizationRequest request(Situation situation) {
        return new AuthorizationRequest(situation.action(), situation.resource(), MapContext.of(situation.context()));
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
