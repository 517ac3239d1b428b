package io.claviger.policy.random;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random situations over all types of policies: those of one principal and one resource, and requests that they meet. */
public final class RandomPolicySituations {

    private final RandomGenerator random;
    private final RandomPolicy world;

    public RandomPolicySituations(RandomGenerator random) {
        this.random = random;
        this.world = new RandomPolicy(random);
    }

    /** Policies and a request; {@link #again} makes further requests of it. */
    public Situation situation() {
        Requester requester = one(RandomPolicyPrincipals.REQUESTERS);
        Owner owner = oneIn(5) ? null : owner();
        List<PolicyDocument> session = oneIn(3) ? documents(PolicyType.SESSION, random.nextInt(4)) : null;
        return hasPolicies(requester)
                ? request(
                        requester,
                        documents(PolicyType.IDENTITY, random.nextInt(3)),
                        oneIn(3) ? document(PolicyType.PERMISSIONS_BOUNDARY) : null,
                        session,
                        levels(PolicyType.SERVICE_CONTROL),
                        owner)
                : request(requester, List.of(), null, null, List.of(), owner);
    }

    /** Services and strangers have none. */
    private static boolean hasPolicies(Requester requester) {
        return requester.accountId() != null;
    }

    /** Another request under the same policies, by another one of those to whom they may belong. */
    public Situation again(Situation last) {
        Requester requester = one(RandomPolicyPrincipals.REQUESTERS);
        if (hasPolicies(requester) != hasPolicies(last.requester())) {
            requester = last.requester();
        }
        return request(
                requester, last.identity(), last.boundary(), last.session(), last.serviceControls(), last.owner());
    }

    private Owner owner() {
        PolicyType type = oneIn(4) ? PolicyType.TRUST : PolicyType.RESOURCE;
        return new Owner(
                oneIn(3) ? RandomPolicyPrincipals.OTHER : RandomPolicyPrincipals.ACCOUNT,
                oneIn(8) ? null : document(type),
                levels(PolicyType.RESOURCE_CONTROL),
                oneIn(5));
    }

    private Situation request(
            Requester requester,
            List<PolicyDocument> identity,
            @Nullable PolicyDocument boundary,
            @Nullable List<PolicyDocument> session,
            List<List<PolicyDocument>> serviceControls,
            @Nullable Owner owner) {
        boolean trust =
                owner != null && owner.policy() != null && owner.policy().type() == PolicyType.TRUST;
        return new Situation(
                requester,
                identity,
                boundary,
                session,
                serviceControls,
                owner,
                trust && !oneIn(8) ? world.stsAction() : world.action(),
                world.resource(),
                lower(world.context()));
    }

    private static Map<String, ContextValue> lower(Map<String, ContextValue> context) {
        Map<String, ContextValue> lower = new HashMap<>();
        context.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    /** Mostly without an organization; else one to three levels, of which one may be empty. */
    private List<List<PolicyDocument>> levels(PolicyType type) {
        List<List<PolicyDocument>> levels = new ArrayList<>();
        for (int i = oneIn(3) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            levels.add(documents(type, oneIn(20) ? 0 : 1 + random.nextInt(2)));
        }
        return levels;
    }

    private List<PolicyDocument> documents(PolicyType type, int count) {
        List<PolicyDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(document(type));
        }
        return documents;
    }

    private PolicyDocument document(PolicyType type) {
        return Policies.parsed(world.policy(type), type);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
