package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of a user, and its explanation under some policies. */
abstract class ExplainedDecisions {

    static final Requester BOB =
            new Requester.User("111111111111", "arn:aws:iam::111111111111:user/bob", "AIDABBBBBBBBBBBBBBBBB");
    static final AuthorizationRequest GET = new AuthorizationRequest(
            "s3:GetObject",
            "arn:aws:s3:::b/k",
            MapContext.of(Map.of("aws:username", new Text("bob"), "aws:TagKeys", new Texts(List.of("x", "y")))));

    static CompiledPolicy policy(PolicyType type, String... statements) {
        String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
        return CompiledPolicy.compile("P", Policies.parsed(text.replace('\'', '"'), type));
    }

    static Explanation explain(PrincipalPolicies principal, @Nullable ResourcePolicies resource) {
        return Evaluation.explain(BOB, principal, resource, GET);
    }
}
