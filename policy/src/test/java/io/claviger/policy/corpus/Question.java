package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import io.claviger.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row by what each kind of policies says, and the decision of the documented procedure.
 *
 * @param owner the number of the resource's account
 * @param type whether the resource's policy is a trust policy
 * @param reach how far the resource's policy allows
 * @param resourceDenies whether it denies
 * @param explicitTrust whether it must agree
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How the enforcement code logic evaluates requests</a>
 */
record Question(
        Caller caller,
        String owner,
        PolicyType type,
        Reach reach,
        boolean resourceDenies,
        boolean explicitTrust,
        Say identity,
        Say boundary,
        Say session,
        List<Say> serviceControls,
        List<Say> resourceControls) {

    static Question of(Caller caller, String owner, Reach reach) {
        return new Question(
                caller,
                owner,
                PolicyType.RESOURCE,
                reach,
                false,
                false,
                caller.hasPolicies() ? Say.ALLOW : Say.ABSENT,
                Say.ABSENT,
                caller.federated() ? Say.ALLOW : Say.ABSENT,
                List.of(),
                List.of());
    }

    Question denied() {
        return new Question(
                caller,
                owner,
                type,
                reach,
                true,
                explicitTrust,
                identity,
                boundary,
                session,
                serviceControls,
                resourceControls);
    }

    Question trust() {
        return new Question(
                caller,
                owner,
                PolicyType.TRUST,
                reach,
                resourceDenies,
                true,
                identity,
                boundary,
                session,
                serviceControls,
                resourceControls);
    }

    Question trusting() {
        return new Question(
                caller,
                owner,
                type,
                reach,
                resourceDenies,
                true,
                identity,
                boundary,
                session,
                serviceControls,
                resourceControls);
    }

    Question principal(Say identityPolicies, Say boundaryPolicy, Say sessionPolicies) {
        return new Question(
                caller,
                owner,
                type,
                reach,
                resourceDenies,
                explicitTrust,
                identityPolicies,
                boundaryPolicy,
                sessionPolicies,
                serviceControls,
                resourceControls);
    }

    Question controls(List<Say> ofPrincipal, List<Say> ofResource) {
        return new Question(
                caller,
                owner,
                type,
                reach,
                resourceDenies,
                explicitTrust,
                identity,
                boundary,
                session,
                ofPrincipal,
                ofResource);
    }

    /** The row, with the policies that say so. */
    Draft draft(String name, @Nullable String resourcePolicy) {
        Draft draft = new Draft(name)
                .by(caller.requester())
                .boundary(boundary.policy(PolicyType.PERMISSIONS_BOUNDARY))
                .session(session.policy(PolicyType.SESSION))
                .serviceControls(texts(PolicyType.SERVICE_CONTROL, serviceControls))
                .expect(verdict());
        if (identity != Say.ABSENT) {
            draft.identity(identity.text(PolicyType.IDENTITY));
        }
        return type == PolicyType.TRUST && resourcePolicy != null
                ? draft.role(owner, resourcePolicy).ask("sts:AssumeRole", "arn:aws:iam::" + owner + ":role/target")
                : draft.owner(
                        owner, resourcePolicy, explicitTrust, texts(PolicyType.RESOURCE_CONTROL, resourceControls));
    }

    private static List<String> texts(PolicyType type, List<Say> levels) {
        return levels.stream().map(say -> say.text(type)).toList();
    }

    Verdict verdict() {
        for (PolicyType denying : denying()) {
            return Verdict.denies(denying);
        }
        if (!caller.linked() && resourceControls.contains(Say.NOTHING)) {
            return Verdict.missing(PolicyType.RESOURCE_CONTROL);
        }
        if (!caller.linked() && serviceControls.contains(Say.NOTHING)) {
            return Verdict.missing(PolicyType.SERVICE_CONTROL);
        }
        if (!caller.hasPolicies()) {
            return reach == Reach.DIRECT ? Verdict.ALLOWED : Verdict.missing(type);
        }
        if (!owner.equals(Callers.ACCOUNT)) {
            return reach == Reach.NONE ? Verdict.missing(type) : principalSide();
        }
        if (reach == Reach.DIRECT && !caller.root()) {
            return Verdict.ALLOWED;
        }
        if (reach == Reach.SESSION_OF) {
            return bounds();
        }
        return explicitTrust && reach == Reach.NONE ? Verdict.missing(type) : principalSide();
    }

    /** What denies, in the order in which refusals name it. */
    private List<PolicyType> denying() {
        List<PolicyType> denying = new ArrayList<>();
        if (!caller.linked() && resourceControls.contains(Say.DENY)) {
            denying.add(PolicyType.RESOURCE_CONTROL);
        }
        if (!caller.linked() && serviceControls.contains(Say.DENY)) {
            denying.add(PolicyType.SERVICE_CONTROL);
        }
        if (resourceDenies) {
            denying.add(type);
        }
        if (!caller.root() && identity == Say.DENY) {
            denying.add(PolicyType.IDENTITY);
        }
        if (!caller.root() && boundary == Say.DENY) {
            denying.add(PolicyType.PERMISSIONS_BOUNDARY);
        }
        if (session == Say.DENY) {
            denying.add(PolicyType.SESSION);
        }
        return denying;
    }

    private Verdict principalSide() {
        return caller.identityCounts() && identity != Say.ALLOW ? Verdict.missing(PolicyType.IDENTITY) : bounds();
    }

    private Verdict bounds() {
        if (!caller.root() && boundary == Say.NOTHING) {
            return Verdict.missing(PolicyType.PERMISSIONS_BOUNDARY);
        }
        boolean powerless = caller.federated() && session == Say.ABSENT;
        return powerless || session == Say.NOTHING ? Verdict.missing(PolicyType.SESSION) : Verdict.ALLOWED;
    }
}
