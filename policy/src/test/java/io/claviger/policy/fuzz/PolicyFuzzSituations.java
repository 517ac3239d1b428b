package io.claviger.policy.fuzz;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.random.RandomPolicyPrincipals;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Situations in which given policies decide: each policy in its layer, and layers that have none bound nothing. */
final class PolicyFuzzSituations {

    private PolicyFuzzSituations() {}

    /**
     * A situation for each kind of caller, in its own account and another one.
     *
     * @param documents policies of any types
     * @param target the action and the resource of the request, and values of its context
     */
    static List<Situation> of(List<PolicyDocument> documents, String target) {
        Map<String, ContextValue> context =
                Map.of("a:s", new Text(target), "a:t", new Texts(List.of(target, "a")), "a:n", new Text("1"));
        List<Situation> situations = new ArrayList<>();
        for (Requester requester : RandomPolicyPrincipals.REQUESTERS) {
            boolean stranger = requester.accountId() == null;
            boolean ofRoot = requester instanceof Requester.FederatedUser user && user.madeByRoot();
            List<PolicyDocument> session = ofType(documents, PolicyType.SESSION);
            PolicyDocument resource = last(ofType(documents, PolicyType.RESOURCE));
            PolicyDocument own = resource == null ? last(ofType(documents, PolicyType.TRUST)) : resource;
            for (String account : List.of(RandomPolicyPrincipals.ACCOUNT, RandomPolicyPrincipals.OTHER)) {
                situations.add(new Situation(
                        requester,
                        stranger || ofRoot ? List.of() : ofType(documents, PolicyType.IDENTITY),
                        stranger || ofRoot ? null : last(ofType(documents, PolicyType.PERMISSIONS_BOUNDARY)),
                        stranger || session.isEmpty() ? null : session,
                        stranger ? List.of() : levels(documents, PolicyType.SERVICE_CONTROL),
                        new Owner(account, own, levels(documents, PolicyType.RESOURCE_CONTROL), false),
                        target,
                        target,
                        context));
            }
        }
        return situations;
    }

    private static List<PolicyDocument> ofType(List<PolicyDocument> documents, PolicyType type) {
        return documents.stream().filter(document -> document.type() == type).toList();
    }

    private static @Nullable PolicyDocument last(List<PolicyDocument> documents) {
        return documents.isEmpty() ? null : documents.getLast();
    }

    private static List<List<PolicyDocument>> levels(List<PolicyDocument> documents, PolicyType type) {
        return ofType(documents, type).stream().map(List::of).toList();
    }
}
