package io.claviger.operations.simulation;

import io.claviger.access.Authorizer;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.PolicyTexts;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Statement;

/**
 * Finds what policies say of actions. It asks the engine that the gate asks, so it cannot disagree with it. For one
 * thread.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>
 */
final class Simulation {

    private static final String ANY = "*";

    /** How long policies may be together, with the values of their variables. */
    private static final long MOST_CHARACTERS = 4_000_000;

    /** A policy is read in the time in which a pattern as long is matched with so many characters, if it is a bad one. */
    private static final int CHARACTERS_A_READING = 100;

    private final Authorizer authorizer;
    private final SimulatedPolicies policies;
    private final SimulatedCaller caller;
    private final SimulatedContext context;
    private final List<SimulatedResource> resources;
    private final List<String> unknownKeys;
    private final PolicyTexts texts = new PolicyTexts();

    /**
     * A simulation.
     *
     * @param resources empty for any
     */
    Simulation(
            Authorizer authorizer,
            SimulatedPolicies policies,
            SimulatedCaller caller,
            SimulatedContext context,
            List<SimulatedResource> resources) {
        this.authorizer = authorizer;
        this.policies = policies;
        this.caller = caller;
        this.context = context;
        this.resources = resources;
        this.unknownKeys = policies.keysBeyond(context.given());
    }

    /**
     * How much work one action is at most, in characters of policies that are read: for every resource all of them, and
     * again for every {@value #CHARACTERS_A_READING} characters that their patterns are matched with.
     * Policies that could become too long for the memory are more work than any.
     */
    long workPerAction() {
        long readings = 0;
        for (SimulatedResource resource : resources) {
            readings += readings(resource.arn());
        }
        long length = policies.length(context.longest());
        return length > MOST_CHARACTERS ? Long.MAX_VALUE : length * Math.max(readings(ANY), readings);
    }

    private long readings(String resource) {
        return 1 + (resource.length() + context.length()) / CHARACTERS_A_READING;
    }

    /** What the policies say of one action on every resource. */
    EvaluationResult of(String action) {
        if (resources.isEmpty()) {
            return verdict(action, ANY, null).result(action).build();
        }
        List<Verdict> verdicts = resources.stream()
                .map(resource -> verdict(action, resource.arn(), policiesOf(resource)))
                .toList();
        Verdict together = Verdict.of(verdicts);
        return together.result(action)
                .evalDecisionDetails(together.details())
                .resourceSpecificResults(verdicts.stream().map(Verdict::shape).toList())
                .build();
    }

    private @Nullable ResourcePolicies policiesOf(SimulatedResource resource) {
        CompiledPolicy own = policies.resource();
        if (own == null) {
            // another account's resource must be granted by that account, whose policies are then known to grant
            // nothing
            return resource.ownerId().equals(caller.requester().accountId())
                    ? null
                    : ResourcePolicies.of(resource.ownerId(), null, List.of(), resource.trustsNobody());
        }
        return own.type() == PolicyType.TRUST
                ? ResourcePolicies.role(resource.ownerId(), own, List.of())
                : ResourcePolicies.of(resource.ownerId(), own, List.of(), resource.trustsNobody());
    }

    private Verdict verdict(String action, String resource, @Nullable ResourcePolicies resourcePolicies) {
        Explanation explanation = authorizer.explain(
                caller.requester(),
                policies.principal(),
                resourcePolicies,
                new AuthorizationRequest(action, resource, context.values()),
                texts);
        Boolean withinOrganization = policies.levels() == 0 ? null : withinOrganization(explanation);
        boolean outside = withinOrganization != null && !withinOrganization;
        PolicyEvaluationDecisionType decision = decision(explanation.decision());
        return new Verdict(
                resource,
                decision,
                // Where an organization denies, AWS looks no further.
                outside ? List.of() : settling(explanation),
                decision == PolicyEvaluationDecisionType.IMPLICIT_DENY ? unknownKeys : List.of(),
                outside || !acrossAccounts(resourcePolicies) ? Map.of() : details(explanation),
                policies.bounded() ? allows(explanation, PolicyType.PERMISSIONS_BOUNDARY, 0) : null,
                withinOrganization);
    }

    private boolean acrossAccounts(@Nullable ResourcePolicies resource) {
        return resource != null
                && !resource.accountId().equals(caller.requester().accountId());
    }

    private static PolicyEvaluationDecisionType decision(Decision decision) {
        return switch (decision) {
            case Allowed _ -> PolicyEvaluationDecisionType.ALLOWED;
            case ExplicitlyDenied _ -> PolicyEvaluationDecisionType.EXPLICIT_DENY;
            case ImplicitlyDenied _ -> PolicyEvaluationDecisionType.IMPLICIT_DENY;
        };
    }

    /** The statements that deny, or if it is allowed those that grant: a boundary only bounds. */
    private List<Statement> settling(Explanation explanation) {
        Effect effect = switch (explanation.decision()) {
            case Allowed _ -> Effect.ALLOW;
            case ExplicitlyDenied _ -> Effect.DENY;
            case ImplicitlyDenied _ -> null;
        };
        return explanation.matched().stream()
                .filter(statement -> statement.effect() == effect && (effect == Effect.DENY || grants(statement)))
                .map(policies::shape)
                .toList();
    }

    private static boolean grants(ExplainedStatement statement) {
        return switch (statement.type()) {
            case IDENTITY, RESOURCE, TRUST -> true;
            case PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL, RESOURCE_CONTROL -> false;
        };
    }

    private boolean withinOrganization(Explanation explanation) {
        for (int level = 0; level < policies.levels(); level++) {
            if (!allows(explanation, PolicyType.SERVICE_CONTROL, level)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allows(Explanation explanation, PolicyType type, int level) {
        return found(explanation, type, level) == PolicyEvaluationDecisionType.ALLOWED;
    }

    private Map<String, PolicyEvaluationDecisionType> details(Explanation explanation) {
        Map<String, PolicyEvaluationDecisionType> details = new LinkedHashMap<>();
        for (PolicyType type : List.of(PolicyType.PERMISSIONS_BOUNDARY, PolicyType.IDENTITY, PolicyType.RESOURCE)) {
            if (type != PolicyType.PERMISSIONS_BOUNDARY || policies.bounded()) {
                details.put(SimulatedPolicies.title(type), found(explanation, type, 0));
            }
        }
        return details;
    }

    /** What the policies of one type, at one level, come to by themselves. */
    private static PolicyEvaluationDecisionType found(Explanation explanation, PolicyType type, int level) {
        PolicyEvaluationDecisionType found = PolicyEvaluationDecisionType.IMPLICIT_DENY;
        for (ExplainedStatement statement : explanation.matched()) {
            if (ofType(statement, type) && statement.level() == level) {
                if (statement.effect() == Effect.DENY) {
                    return PolicyEvaluationDecisionType.EXPLICIT_DENY;
                }
                found = PolicyEvaluationDecisionType.ALLOWED;
            }
        }
        return found;
    }

    private static boolean ofType(ExplainedStatement statement, PolicyType type) {
        return statement.type() == type || (type == PolicyType.RESOURCE && statement.type() == PolicyType.TRUST);
    }
}
