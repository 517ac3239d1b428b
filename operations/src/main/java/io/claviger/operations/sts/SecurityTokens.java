package io.claviger.operations.sts;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.federation.oidc.TokenVerifier;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.TotpDevice;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/** STS: who am I, whose key is this, and temporary credentials for oneself. */
public final class SecurityTokens {

    private static final Duration DEFAULT_DURATION = Duration.ofHours(12);
    private static final Duration ROOTS_LONGEST = Duration.ofHours(1);

    private final Sessions sessions;
    private final AuthorizationMessages messages;
    private final SamlKeyRing samlKeys;
    private final MfaCodes codes;
    private final TokenVerifier identityTokens;

    /**
     * Issues sessions with such keys and tokens.
     *
     * @param messages decodes what denials say to those who may know it
     * @param samlKeys decrypt what SAML providers send
     * @param codes checks what MFA devices show
     * @param identityTokens verifies the tokens of identity providers
     */
    public SecurityTokens(
            AccessKeyIds accessKeyIds,
            SessionTokens tokens,
            AuthorizationMessages messages,
            SamlKeyRing samlKeys,
            MfaCodes codes,
            TokenVerifier identityTokens) {
        this.sessions = new Sessions(accessKeyIds, tokens);
        this.messages = messages;
        this.samlKeys = samlKeys;
        this.codes = codes;
        this.identityTokens = identityTokens;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        Stream<Operation<?>> own = Stream.of(
                Operation.unrestricted(
                                "sts:GetCallerIdentity",
                                GetCallerIdentityRequest.class,
                                "STS API Reference, GetCallerIdentity: no permissions are required, and an explicit"
                                        + " deny does not keep from it",
                                SecurityTokens::callerIdentity)
                        .fromMemory(),
                Operation.unrestricted(
                        "sts:GetSessionToken",
                        GetSessionTokenRequest.class,
                        "STS API Reference, GetSessionToken: no permissions are required, and policies cannot"
                                + " control it",
                        this::sessionToken),
                Operation.on(
                        "sts:GetAccessKeyInfo",
                        GetAccessKeyInfoRequest.class,
                        Finder.unnamed(),
                        SecurityTokens::accessKeyInfo));
        return Stream.of(
                        own,
                        new RoleSessions(sessions, codes).operations(),
                        new FederationTokens(sessions).operations(),
                        new ScopedCredentials(sessions).operations(),
                        new RootSessions(sessions).operations(),
                        new DelegatedAccess(sessions).operations(),
                        new DecodedMessages(messages).operations(),
                        new SamlSessions(sessions, samlKeys).operations(),
                        new WebIdentitySessions(sessions, identityTokens).operations())
                .flatMap(rows -> rows);
    }

    private static GetCallerIdentityResponse callerIdentity(Execution<GetCallerIdentityRequest> execution) {
        Call call = execution.call();
        var principal = call.caller().principal();
        return GetCallerIdentityResponse.builder()
                .userId(principal.userId())
                .account(principal.accountId())
                .arn(principal.arn())
                .build();
    }

    private static GetAccessKeyInfoResponse accessKeyInfo(Execution<GetAccessKeyInfoRequest> execution) {
        GetAccessKeyInfoRequest request = execution.request();
        return GetAccessKeyInfoResponse.builder()
                .account(AccessKeyIds.accountOf(request.accessKeyId())
                        .orElseThrow(() -> Refused.validation(
                                "Invalid value for parameter AccessKeyId: " + request.accessKeyId())))
                .build();
    }

    private GetSessionTokenResponse sessionToken(Execution<GetSessionTokenRequest> execution) {
        Call call = execution.call();
        GetSessionTokenRequest request = execution.request();
        Optional<SecondFactor> factor = SecondFactor.of(request.serialNumber(), request.tokenCode());
        factor.ifPresent(shown -> execution.write(writing -> {
            TotpDevice accepted = shown.accepted(writing, call, codes);
            writing.update(accepted);
            return accepted;
        }));
        Credentials credentials = sessions.issue(
                call.accountId(),
                call.caller().principal().userId(),
                Origin.SESSION_TOKEN,
                call.time(),
                duration(call, request.durationSeconds()),
                factor.isPresent() ? SessionDetails.authenticated(call.time()) : SessionDetails.NONE,
                request.minimumSessionTokenSize());
        return GetSessionTokenResponse.builder()
                .credentials(credentials)
                .sessionTokenSize(Sessions.size(credentials))
                .sessionTokenUtilization(Sessions.utilization(credentials))
                .build();
    }

    /** The root user's sessions end after an hour, whatever was asked for. */
    private static Duration duration(Call call, @Nullable Integer requestedSeconds) {
        Duration requested = requestedSeconds == null ? DEFAULT_DURATION : Duration.ofSeconds(requestedSeconds);
        boolean isRoots = call.caller().principal() instanceof RootUser;
        return isRoots && requested.compareTo(ROOTS_LONGEST) > 0 ? ROOTS_LONGEST : requested;
    }
}
