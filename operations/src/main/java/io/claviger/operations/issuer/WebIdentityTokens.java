package io.claviger.operations.issuer;

import io.claviger.access.Credential;
import io.claviger.access.Resource;
import io.claviger.federation.issuer.SigningAlgorithm;
import io.claviger.federation.issuer.TokenClaims;
import io.claviger.iam.Tag;
import io.claviger.iam.TokenIssuer;
import io.claviger.iam.UniqueIds;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.policy.request.ContextValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;

/**
 * GetWebIdentityToken: a token by which the caller identifies themselves to services that know nothing of signatures.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">GetWebIdentityToken</a>
 */
public final class WebIdentityTokens {

    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(5);

    /** In bytes of UTF-8, as observed at AWS. */
    private static final int LARGEST_PAYLOAD = 14_984;

    private final UniqueIds uniqueIds;
    private final IssuerUrls urls;
    private final IssuerKeys keys;

    /** Tokens of issuers under such URLs, with such IDs and keys. */
    public WebIdentityTokens(UniqueIds uniqueIds, IssuerUrls urls, IssuerKeys keys) {
        this.uniqueIds = uniqueIds;
        this.urls = urls;
        this.keys = keys;
    }

    /** Its row of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.needing(
                "sts:GetWebIdentityToken", GetWebIdentityTokenRequest.class, WebIdentityTokens::checks, this::token));
    }

    private static List<Check> checks(EntityView view, Call call, GetWebIdentityTokenRequest request) {
        Resource self = new Resource(
                "arn:" + call.partition().id() + ":sts::" + call.accountId() + ":self",
                call.accountId(),
                List.of(),
                Map.of(
                        "sts:identitytokenaudience", new ContextValue.Texts(request.audience()),
                        "sts:durationseconds",
                                new ContextValue.Text(
                                        Long.toString(duration(request).toSeconds())),
                        "sts:signingalgorithm", new ContextValue.Text(request.signingAlgorithm())));
        Target target = new Target(self, self.arn()).setting(tags(request));
        Check token = new Check("sts:GetWebIdentityToken", target);
        return request.tags().isEmpty()
                ? List.of(token)
                : List.of(token, new Check("sts:TagGetWebIdentityToken", target));
    }

    private static Duration duration(GetWebIdentityTokenRequest request) {
        Integer seconds = request.durationSeconds();
        return seconds == null ? DEFAULT_DURATION : Duration.ofSeconds(seconds);
    }

    private static List<Tag> tags(GetWebIdentityTokenRequest request) {
        return request.tags().stream()
                .map(tag -> new Tag(tag.key(), tag.value()))
                .toList();
    }

    private GetWebIdentityTokenResponse token(Execution<GetWebIdentityTokenRequest> execution) {
        Call call = execution.call();
        GetWebIdentityTokenRequest request = execution.request();
        SigningAlgorithm algorithm = SigningAlgorithm.named(request.signingAlgorithm())
                .orElseThrow(() -> Refused.validation(
                        "Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for"
                                + " supported algorithms"));
        refuseTwice(request);
        Instant issued = call.time().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = issued.plus(duration(request));
        if (call.caller().credential() instanceof Credential.Temporary session
                && expires.isAfter(session.expiresAt())) {
            throw new Refused(
                    ErrorCode.SESSION_DURATION_ESCALATION,
                    "The requested token duration would extend the session beyond its original expiration time.");
        }
        TokenIssuer issuer = execution
                .read(reading -> OutboundFederation.enabled(reading, call.accountId()))
                .orElseThrow(() -> new Refused(
                        ErrorCode.OUTBOUND_FEDERATION_DISABLED, "OutboundWebIdentityFederation is disabled."));
        TokenClaims claims = new TokenClaims(
                urls.of(issuer),
                call.caller().principal().policyArn(),
                request.audience(),
                issued,
                expires,
                uniqueIds.uuid(),
                AwsClaims.NAMESPACE,
                AwsClaims.of(call, tags(request)));
        if (claims.size() > LARGEST_PAYLOAD) {
            throw new Refused(ErrorCode.JWT_PAYLOAD_SIZE_EXCEEDED, "JWT payload exceeds maximum allowed size");
        }
        return GetWebIdentityTokenResponse.builder()
                .webIdentityToken(keys.signing(execution, call.accountId(), algorithm, call.time())
                        .sign(claims))
                .expiration(expires)
                .build();
    }

    private static void refuseTwice(GetWebIdentityTokenRequest request) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (!request.tags().stream().allMatch(tag -> seen.add(tag.key()))) {
            throw new Refused(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
    }
}
