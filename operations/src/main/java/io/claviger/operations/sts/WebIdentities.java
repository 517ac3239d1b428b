package io.claviger.operations.sts;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.SessionDetails;
import io.claviger.federation.oidc.IdentityToken;
import io.claviger.federation.oidc.Issuer;
import io.claviger.federation.oidc.TokenRefused;
import io.claviger.federation.oidc.TokenVerifier;
import io.claviger.federation.oidc.UnverifiedToken;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Partition;
import io.claviger.operations.claims.TokenClaims;
import io.claviger.operations.claims.TokenTags;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/**
 * Finds out whom a token is about: the provider must be one of the role's account, and the token one of the provider's.
 * Thread-safe.
 */
final class WebIdentities {

    private static final String SCHEME = "https://";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
    private static final Pattern IDENTITY = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final String AMAZON = "www.amazon.com";
    private static final String FACEBOOK = "graph.facebook.com";

    private final TokenVerifier verifier;

    WebIdentities(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Who asks.
     *
     * @throws Refused when the token does not prove it
     */
    Caller caller(EntityView view, Circumstances circumstances, AssumeRoleWithWebIdentityRequest request) {
        EntityArn role = RoleSessions.roleArn(request.roleArn());
        refuseAccessTokens(request.providerId());
        try {
            UnverifiedToken claimed = UnverifiedToken.parse(request.webIdentityToken());
            OidcProvider provider = provider(view, role.accountId(), claimed.issuer());
            IdentityToken token = verifier.verify(
                    claimed,
                    new Issuer(provider.issuer(), provider.thumbprints()),
                    provider.clientIds()::contains,
                    circumstances.time());
            return caller(Partition.ofRegion(circumstances.region()), provider, token);
        } catch (TokenRefused refused) {
            throw new Refused(
                    switch (refused.kind()) {
                        case INVALID -> ErrorCode.INVALID_IDENTITY_TOKEN;
                        case EXPIRED -> ErrorCode.EXPIRED_TOKEN;
                        case UNREACHABLE -> ErrorCode.IDP_COMMUNICATION_ERROR;
                    },
                    refused.reason());
        }
    }

    /** Tokens of OAuth, which only their issuers can read: no server but AWS's has an agreement with these two. */
    private static void refuseAccessTokens(@Nullable String providerId) {
        switch (providerId) {
            case null -> {}
            case AMAZON ->
                throw new Refused(ErrorCode.INVALID_IDENTITY_TOKEN, "Provided Token is not a Login With Amazon token");
            case FACEBOOK ->
                throw new Refused(
                        ErrorCode.IDP_REJECTED_CLAIM,
                        FACEBOOK + ": " + FACEBOOK + " responded with HTTP/1.1 400 Bad Request");
            default ->
                throw Refused.validation("Unrecognized OAuth provider. Do not include a provider parameter when"
                        + " submitting OpenIDConnect ID tokens");
        }
    }

    private static OidcProvider provider(EntityView view, String accountId, String issuer) {
        String url = issuer.startsWith(SCHEME) ? issuer.substring(SCHEME.length()) : "";
        return view.oidcProvider(accountId, url)
                .orElseThrow(() -> new Refused(
                        ErrorCode.INVALID_IDENTITY_TOKEN,
                        "No OpenIDConnect provider found in your account for " + issuer));
    }

    private static Caller caller(Partition partition, OidcProvider provider, IdentityToken token) {
        Map<String, ContextValue> keys = TokenClaims.keys(token, provider.url());
        TokenTags tags = TokenTags.of(token);
        String arn = provider.arn(partition);
        return new Caller(
                new Federated(
                        provider.accountId(),
                        partition,
                        token.subject(),
                        token.audience(),
                        provider.url(),
                        new Requester.Federated(arn)),
                new Credential.Proof(
                        keys,
                        tags.tags(),
                        tags.transitiveKeys(),
                        sourceIdentity(token),
                        new SessionDetails.Federation(arn, TokenClaims.lasting(keys, provider.url()))));
    }

    private static @Nullable String sourceIdentity(IdentityToken token) {
        Object claim = token.claims().get(SOURCE_IDENTITY);
        if (claim == null) {
            return null;
        }
        if (claim instanceof String text && IDENTITY.matcher(text).matches()) {
            return text;
        }
        throw new Refused(ErrorCode.INVALID_IDENTITY_TOKEN, "The source identity of the token is not valid.");
    }

    /** Whether the account still has the provider, for this audience. */
    static boolean isTrusted(EntityView view, Federated caller) {
        return view.oidcProvider(caller.accountId(), caller.providerName())
                .filter(provider -> provider.clientIds().contains(caller.audience()))
                .isPresent();
    }
}
