package io.claviger.operations.sts;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionDetails;
import io.claviger.iam.Arns;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.FederatedUser;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/**
 * GetFederationToken: sessions that a user makes for somebody else, who may do no more than the user and the policies that
 * are passed both allow.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">GetFederationToken</a>
 */
final class FederationTokens {

    private static final Duration DEFAULT_DURATION = Duration.ofHours(12);
    private static final Duration ROOTS_LONGEST = Duration.ofHours(1);

    private final Sessions sessions;

    FederationTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(Operation.needing(
                "sts:GetFederationToken",
                GetFederationTokenRequest.class,
                FederationTokens::checks,
                this::federationToken));
    }

    private static List<Check> checks(EntityView view, Call call, GetFederationTokenRequest request) {
        Target target = Target.arn(Arns.federatedUser(call.partition(), call.accountId(), request.name()), call)
                .setting(SessionRequest.tagsOf(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("sts:GetFederationToken", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("sts:TagSession", target));
        }
        return checks;
    }

    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    private GetFederationTokenResponse federationToken(Execution<GetFederationTokenRequest> execution) {
        Call call = execution.call();
        GetFederationTokenRequest request = execution.request();
        SessionRequest asked = SessionRequest.of(
                request.policy(), request.policyArns(), SessionRequest.tagsOf(request.tags()), List.of());
        return execution.recall(view -> {
            SessionDetails details = new SessionDetails(
                    request.name(),
                    asked.policies(view, call, call.accountId()),
                    asked.allTags(call.caller().credential()),
                    List.of(),
                    null,
                    null);
            int percent = SessionRequest.packedPercent(details);
            Credentials credentials = sessions.issue(
                    call.accountId(),
                    call.caller().principal().userId(),
                    Origin.FEDERATION,
                    call.time(),
                    duration(call, request.durationSeconds()),
                    details,
                    request.minimumSessionTokenSize());
            return GetFederationTokenResponse.builder()
                    .credentials(credentials)
                    .federatedUser(FederatedUser.builder()
                            .federatedUserId(call.accountId() + ":" + request.name())
                            .arn(Arns.federatedUser(call.partition(), call.accountId(), request.name()))
                            .build())
                    .packedPolicySize(asked.isPacked() ? percent : 0)
                    .sessionTokenSize(Sessions.size(credentials))
                    .sessionTokenUtilization(Sessions.utilization(credentials))
                    .build();
        });
    }

    /** The root user's sessions end after an hour, whatever was asked for. */
    private static Duration duration(Call call, @Nullable Integer seconds) {
        Duration asked = seconds == null ? DEFAULT_DURATION : Duration.ofSeconds(seconds);
        boolean isRoots = call.caller().principal() instanceof RootUser;
        return isRoots && asked.compareTo(ROOTS_LONGEST) > 0 ? ROOTS_LONGEST : asked;
    }
}
