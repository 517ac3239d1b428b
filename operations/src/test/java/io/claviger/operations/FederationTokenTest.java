package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

class FederationTokenTest extends OnAWorkbench {

    private static final String DOOR = "arn:aws:sts::" + ACCOUNT + ":federated-user/guest";

    private Actor actor(GetFederationTokenResponse answer) {
        return new Actor(
                bench, answer.credentials().accessKeyId(), answer.credentials().sessionToken());
    }

    @Test
    void aFederatedUserIsNamedByItsMakerAndLivesTwelveHours() {
        GetFederationTokenResponse answer = bench.administrator().sts().getFederationToken(get -> get.name("guest"));

        assertThat(answer.federatedUser().arn()).isEqualTo(DOOR);
        assertThat(answer.federatedUser().federatedUserId()).isEqualTo(ACCOUNT + ":guest");
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(12)));
        assertThat(actor(answer).sts().getCallerIdentity().arn()).isEqualTo(DOOR);
    }

    @Test
    void itCallsNoIamAndMakesNoOtherSessions() {
        Actor guest = actor(bench.administrator()
                .sts()
                .getFederationToken(get -> get.name("guest").policy(Documents.ALLOW_ALL)));

        assertRefused(
                () -> guest.iam().listUsers(),
                "InvalidClientTokenId",
                "The security token included in the request is invalid");
        assertThat(Refusal.of(() -> guest.sts().getFederationToken(get -> get.name("other")))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void itsPoliciesMustBeReadableAndShort() {
        assertThat(Refusal.of(() -> bench.administrator()
                                .sts()
                                .getFederationToken(get -> get.name("guest").policy("{}")))
                        .code())
                .isEqualTo("MalformedPolicyDocument");
        String tooLong = Documents.allow("s3:GetObject", "arn:aws:s3:::bucket/" + "x".repeat(2048));
        assertThat(Refusal.of(() -> bench.administrator()
                                .sts()
                                .getFederationToken(get -> get.name("guest").policy(tooLong)))
                        .code())
                .isEqualTo("PackedPolicyTooLarge");
    }

    @Test
    void aUserNeedsTheRightToMakeOne() {
        assertRefused(
                () -> bench.user("bob").sts().getFederationToken(get -> get.name("guest")),
                "AccessDenied",
                "User: " + ARN + "user/bob is not authorized to perform: sts:GetFederationToken on resource: " + DOOR
                        + " because no identity-based policy allows the sts:GetFederationToken action");
    }

    @Test
    void rootsSessionsEndAfterAnHour() {
        Actor root =
                bench.withKey(bench.root().iam().createAccessKey().accessKey().accessKeyId());
        assertThat(root.sts()
                        .getFederationToken(get -> get.name("guest").durationSeconds(7200))
                        .credentials()
                        .expiration())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
    }
}
