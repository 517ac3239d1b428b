package io.claviger.policy.reference;

import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.FederatedUser;
import io.claviger.policy.request.Requester.RoleSession;
import io.claviger.policy.request.Requester.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests by looking at every statement of every policy, in the order in which the documentation tells the
 * procedure.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class ReferenceEvaluator {

    private static final String ALLOW = "Allow";

    private record Layer(PolicyType type, List<PolicyDocument> policies) {}

    private final Situation asked;
    private final Requester requester;
    private final @Nullable Owner owner;

    private ReferenceEvaluator(Situation asked) {
        this.asked = asked;
        this.requester = asked.requester();
        this.owner = asked.owner();
    }

    /**
     * Decides a request.
     *
     * @return {@code Allow}, {@code Deny:LAYER} or {@code Implicit:LAYER}
     */
    public static String decide(Situation asked) {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(asked);
        return evaluator.explicitDenial().orElseGet(evaluator::withoutDenial);
    }

    /**
     * Decides a user's request within its account.
     *
     * @param layers identity policies, boundary and session policies; a layer that does not apply is missing
     * @param context values by key in lower case
     * @return {@code Allow}, {@code Deny:LAYER} or {@code Implicit:LAYER}
     */
    public static String decide(
            Map<PolicyType, List<PolicyDocument>> layers,
            String action,
            String resource,
            Map<String, ContextValue> context) {
        List<PolicyDocument> boundary = layers.getOrDefault(PolicyType.PERMISSIONS_BOUNDARY, List.of());
        return decide(new Situation(
                new Requester.User("111111111111", "arn:aws:iam::111111111111:user/u", "AIDAUUUUUUUUUUUUUUUUU"),
                layers.getOrDefault(PolicyType.IDENTITY, List.of()),
                boundary.isEmpty() ? null : boundary.getFirst(),
                layers.get(PolicyType.SESSION),
                List.of(),
                null,
                action,
                resource,
                context));
    }

    /** "An explicit deny in any of the policies overrides any allow": all of them, in the procedure's order. */
    private Optional<String> explicitDenial() {
        List<Layer> layers = new ArrayList<>();
        resourceControls().forEach(level -> layers.add(new Layer(PolicyType.RESOURCE_CONTROL, level)));
        serviceControls().forEach(level -> layers.add(new Layer(PolicyType.SERVICE_CONTROL, level)));
        if (owner != null && owner.policy() != null) {
            layers.add(new Layer(ownType(), List.of(owner.policy())));
        }
        layers.add(new Layer(PolicyType.IDENTITY, identity()));
        PolicyDocument boundary = boundary();
        if (boundary != null) {
            layers.add(new Layer(PolicyType.PERMISSIONS_BOUNDARY, List.of(boundary)));
        }
        if (asked.session() != null) {
            layers.add(new Layer(PolicyType.SESSION, asked.session()));
        }
        for (Layer layer : layers) {
            if (naming(layer.policies(), Effect.DENY) != Naming.NOT) {
                return Optional.of("Deny:" + layer.type());
            }
        }
        return Optional.empty();
    }

    private String withoutDenial() {
        // "An applicable Allow at every level", of the resource's account and then of the principal's.
        for (List<PolicyDocument> level : resourceControls()) {
            if (!allow(level)) {
                return implicit(PolicyType.RESOURCE_CONTROL);
            }
        }
        for (List<PolicyDocument> level : serviceControls()) {
            if (!allow(level)) {
                return implicit(PolicyType.SERVICE_CONTROL);
            }
        }
        Naming granted =
                owner == null || owner.policy() == null ? Naming.NOT : naming(List.of(owner.policy()), Effect.ALLOW);
        String account = requester.accountId();
        if (account == null) {
            // Services, identity providers' users and anonymous callers have no policies: the resource's must allow.
            return granted == Naming.ITSELF ? ALLOW : noGrant();
        }
        return owner == null || owner.accountId().equals(account) ? sameAccount(granted) : crossAccount(granted);
    }

    private String sameAccount(Naming granted) {
        return switch (granted) {
            // A grant to the user, the session or everybody is enough; only AssumeRoot's task policy binds yet.
            case ITSELF -> requester instanceof Root ? session() : ALLOW;
            // A grant to the role or the federated session's user is limited by boundary and session policies.
            case PARENT -> boundaryAndSession();
            // A grant to the account delegates: identity policies must allow besides.
            case ACCOUNT -> identityBoundaryAndSession();
            // Nothing is needed from the resource, unless it is one that must trust explicitly.
            case NOT -> trustNeeded() ? noGrant() : identityBoundaryAndSession();
        };
    }

    /** Two evaluations, both of which must allow: any grant of the resource, and all that binds the principal. */
    private String crossAccount(Naming granted) {
        return granted == Naming.NOT ? noGrant() : identityBoundaryAndSession();
    }

    private String identityBoundaryAndSession() {
        return ofRoot() || allow(identity()) ? boundaryAndSession() : implicit(PolicyType.IDENTITY);
    }

    private String boundaryAndSession() {
        PolicyDocument boundary = boundary();
        return boundary == null || allow(List.of(boundary)) ? session() : implicit(PolicyType.PERMISSIONS_BOUNDARY);
    }

    private String session() {
        List<PolicyDocument> session = asked.session();
        // A federated user's session without session policies has no permissions of its own.
        boolean allowed = session == null ? !(requester instanceof FederatedUser) : allow(session);
        return allowed ? ALLOW : implicit(PolicyType.SESSION);
    }

    private boolean trustNeeded() {
        return owner != null && (owner.explicitTrust() || ownType() == PolicyType.TRUST);
    }

    private String noGrant() {
        return implicit(ownType());
    }

    private PolicyType ownType() {
        return owner == null || owner.policy() == null
                ? PolicyType.RESOURCE
                : owner.policy().type();
    }

    private static String implicit(PolicyType missing) {
        return "Implicit:" + missing;
    }

    /** Neither identity policies nor boundaries bind a root user, nor the federated sessions that it makes. */
    private boolean ofRoot() {
        return requester instanceof Root
                || (requester instanceof FederatedUser session
                        && session.parentId().equals(session.accountId()));
    }

    private List<PolicyDocument> identity() {
        return ofRoot() ? List.of() : asked.identity();
    }

    private @Nullable PolicyDocument boundary() {
        return ofRoot() ? null : asked.boundary();
    }

    /** Service-linked roles are bound neither by service control policies nor by resource control policies. */
    private boolean serviceLinked() {
        return requester instanceof RoleSession session && session.serviceLinked();
    }

    private List<List<PolicyDocument>> resourceControls() {
        return owner == null || serviceLinked() ? List.of() : owner.controls();
    }

    private List<List<PolicyDocument>> serviceControls() {
        return serviceLinked() ? List.of() : asked.serviceControls();
    }

    private boolean allow(List<PolicyDocument> policies) {
        return naming(policies, Effect.ALLOW) != Naming.NOT;
    }

    /** How nearly the matching statements of that effect name the one who asks; policies of a principal are about it. */
    private Naming naming(List<PolicyDocument> policies, Effect effect) {
        Naming nearest = Naming.NOT;
        for (PolicyDocument policy : policies) {
            for (Statement statement : policy.statements()) {
                if (statement.effect() == effect
                        && ReferenceStatements.matches(
                                policy, statement, asked.action(), asked.resource(), asked.context())) {
                    var principals = statement.principals();
                    boolean bounded = asked.boundary() != null;
                    nearest = nearest.orNearer(
                            principals == null
                                    ? Naming.ITSELF
                                    : ReferencePrincipals.naming(principals, effect, requester, bounded));
                }
            }
        }
        return nearest;
    }
}
