package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Callers and policies for the tests of who may do what under the policies of both sides: the tables of AWS's pages on policy
 * evaluation, row by row, cut by kind of caller.
 */
abstract class DecisionCase {

    static final String ACCOUNT = "111111111111";
    static final String OTHER = "222222222222";
    static final String USER = "arn:aws:iam::111111111111:user/team/bob";
    static final String USER_ID = "AIDABBBBBBBBBBBBBBBBB";
    static final String ROLE = "arn:aws:iam::111111111111:role/team/r";
    static final String ROLE_ID = "AROARRRRRRRRRRRRRRRRR";
    static final String SESSION = "arn:aws:sts::111111111111:assumed-role/r/s";
    static final String FEDERATED = "arn:aws:sts::111111111111:federated-user/fred";

    static final String ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    static final String NOTHING = "{'Effect':'Allow','Action':'x:y','Resource':'*'}";
    static final String NO = "{'Effect':'Deny','Action':'s3:GetObject','Resource':'*'}";

    static final AuthorizationRequest GET = new AuthorizationRequest(
            "s3:GetObject", "arn:aws:s3:::b/k", MapContext.of(Map.of("aws:PrincipalArn", new Text(ROLE))));

    static final Requester BOB = new Requester.User(ACCOUNT, USER, USER_ID);
    static final Requester OF_ROLE = new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, false);
    static final Requester LINKED = new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, true);
    static final Requester FRED = new Requester.FederatedUser(ACCOUNT, FEDERATED, USER, USER_ID);
    static final Requester FRED_OF_ROOT =
            new Requester.FederatedUser(ACCOUNT, FEDERATED, "arn:aws:iam::111111111111:root", ACCOUNT);
    static final Requester ROOT = new Requester.Root(ACCOUNT);
    static final Requester EC2 = new Requester.Service("ec2.amazonaws.com");
    static final Requester ANONYMOUS = new Requester.Anonymous();

    static final String ROOT_ARN = "arn:aws:iam::111111111111:root";

    static CompiledPolicy policy(PolicyType type, String... statements) {
        String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
        return CompiledPolicy.compile(type.toString(), Policies.parsed(text.replace('\'', '"'), type));
    }

    static PrincipalPolicies principal(String identity, @Nullable String boundary, @Nullable String session) {
        return PrincipalPolicies.of(
                List.of(policy(PolicyType.IDENTITY, identity)),
                boundary == null ? null : policy(PolicyType.PERMISSIONS_BOUNDARY, boundary),
                session == null ? null : List.of(policy(PolicyType.SESSION, session)));
    }

    static String grant(String principal) {
        return statement("Allow", principal);
    }

    static String statement(String effect, String principal) {
        return "{'Effect':'%s','Principal':%s,'Action':'s3:GetObject','Resource':'*'}".formatted(effect, principal);
    }

    static String aws(String... names) {
        return "{'AWS':['%s']}".formatted(String.join("','", names));
    }

    static ResourcePolicies bucket(String account, String... statements) {
        return ResourcePolicies.of(account, policy(PolicyType.RESOURCE, statements), List.of(), false);
    }

    static String decide(Requester requester, PrincipalPolicies principal, @Nullable ResourcePolicies bucket) {
        return switch (Evaluation.decide(requester, principal, bucket, GET)) {
            case Allowed allowed ->
                "allowed by " + (allowed.by() == null ? "nobody" : allowed.by().policy());
            case ExplicitlyDenied denied -> "denied by " + denied.in();
            case ImplicitlyDenied denied -> "not allowed by " + denied.missing();
        };
    }
}
