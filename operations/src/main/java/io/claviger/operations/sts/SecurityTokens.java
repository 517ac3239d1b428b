package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionTokens;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.AccessKeyIds;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private final AccessKeyIds accessKeyIds;
    private final SessionTokens tokens;

    /** Issues sessions with such keys and tokens. */
    public SecurityTokens(AccessKeyIds accessKeyIds, SessionTokens tokens) {
        this.accessKeyIds = accessKeyIds;
        this.tokens = tokens;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.unrestricted(
                                "sts:GetCallerIdentity",
                                GetCallerIdentityRequest.class,
                                "STS API Reference, GetCallerIdentity: no permissions are required, and an explicit deny"
                                        + " does not keep from it",
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
        if (request.serialNumber() != null || request.tokenCode() != null) {
            throw new Refused(
                    ErrorCode.ACCESS_DENIED,
                    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial"
                            + " number is valid and associated with this user.");
        }
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        Credential.Temporary credential = new Credential.Temporary(
                accessKeyIds.temporary(call.accountId()),
                Origin.SESSION_TOKEN,
                now,
                now.plus(duration(call, request.durationSeconds())));
        Session session = new Session(credential, call.caller().principal().userId(), accessKeyIds.secret());
        return GetSessionTokenResponse.builder()
                .credentials(Credentials.builder()
                        .accessKeyId(credential.accessKeyId())
                        .secretAccessKey(session.secret())
                        .sessionToken(tokens.issue(session))
                        .expiration(credential.expiresAt())
                        .build())
                .build();
    }

    /** The root user's sessions end after an hour, whatever was asked for. */
    private static Duration duration(Call call, @Nullable Integer requestedSeconds) {
        Duration requested = requestedSeconds == null ? DEFAULT_DURATION : Duration.ofSeconds(requestedSeconds);
        return switch (call.caller().principal()) {
            case IamUser _ -> requested;
            case RootUser _ -> requested.compareTo(ROOTS_LONGEST) > 0 ? ROOTS_LONGEST : requested;
        };
    }
}
