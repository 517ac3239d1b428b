package io.claviger.operations.issuer;

import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.Principal;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.Tag;
import io.claviger.operations.gate.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tokens say beyond the claims of OpenID Connect: the account, the principal and the session.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html">Understanding
 *     token claims</a>
 */
final class AwsClaims {

    /** The claim that holds all of them. */
    static final String NAMESPACE = "https://sts.amazonaws.com/";

    private AwsClaims() {}

    /** The claims of a call. What the principal or the session does not have is left out. */
    static Map<String, Object> of(Call call, List<Tag> requested) {
        Principal principal = call.caller().principal();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aws_account", call.accountId());
        claims.put("source_region", call.circumstances().region());
        claims.put("principal_id", principal.policyArn());
        putTags(claims, "principal_tags", tags(principal));
        if (call.caller().credential() instanceof Credential.Temporary session) {
            claims.put("original_session_exp", session.expiresAt().toString());
            if (session.details().sourceIdentity() != null) {
                claims.put("source_identity", session.details().sourceIdentity());
            }
        }
        putTags(claims, "request_tags", requested);
        return claims;
    }

    private static List<Tag> tags(Principal principal) {
        return switch (principal) {
            case RootUser _ -> List.of();
            case IamUser user -> user.user().tags();
            case AssumedRole session -> session.tags();
            case FederatedUser session -> session.tags();
            case Federated _ -> List.of();
        };
    }

    private static void putTags(Map<String, Object> claims, String name, List<Tag> tags) {
        if (!tags.isEmpty()) {
            Map<String, Object> values = new LinkedHashMap<>();
            tags.forEach(tag -> values.put(tag.key(), tag.value()));
            claims.put(name, values);
        }
    }
}
