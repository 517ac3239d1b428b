package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class SecurityTokensTest extends OnAWorkbench {

    @Test
    void everybodyMayAskWhoTheyAreEvenWhoIsDeniedIt() {
        Actor bob = bench.user("bob", policyThatDeniesEverything());

        GetCallerIdentityResponse identity = bob.sts().getCallerIdentity();

        assertThat(identity.account()).isEqualTo(ACCOUNT);
        assertThat(identity.arn()).isEqualTo(ARN + "user/bob");
        assertThat(identity.userId())
                .isEqualTo(admin.getUser(get -> get.userName("bob")).user().userId());
        assertThat(bench.root().sts().getCallerIdentity())
                .isEqualTo(GetCallerIdentityResponse.builder()
                        .account(ACCOUNT)
                        .arn(ARN + "root")
                        .userId(ACCOUNT)
                        .build());
    }

    @Test
    void everybodyMayHaveTemporaryCredentialsEvenWhoIsDeniedThem() {
        Actor bob = bench.user("bob", policyThatDeniesEverything());

        Credentials credentials = bob.sts().getSessionToken().credentials();

        assertThat(credentials.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(credentials.secretAccessKey()).hasSize(40);
        assertThat(credentials.expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(12)));
        Actor session = new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
        assertThat(session.sts().getCallerIdentity()).isEqualTo(bob.sts().getCallerIdentity());
    }

    @ParameterizedTest
    @CsvSource({"900, 900, 900", "3601, 3601, 3600", "129600, 129600, 3600"})
    void aSessionIsAsLongAsAskedForButTheRootUsersNotLongerThanAnHour(int asked, int users, int roots) {
        Actor root =
                bench.withKey(bench.root().iam().createAccessKey().accessKey().accessKeyId());

        assertThat(expiration(bench.administrator(), asked)).isEqualTo(Workbench.START_SECOND.plusSeconds(users));
        assertThat(expiration(root, asked)).isEqualTo(Workbench.START_SECOND.plusSeconds(roots));
    }

    @Test
    void nobodyHasASecondFactor() {
        assertDenied(
                () -> bench.administrator()
                        .sts()
                        .getSessionToken(
                                get -> get.serialNumber(ARN + "mfa/device").tokenCode("123456")),
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number"
                        + " is valid and associated with this user.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_TOKEN", "SIGN_IN"})
    void temporaryCredentialsDoNotMakeOthers(Origin origin) {
        assertDenied(
                () -> administratorFor(origin).sts().getSessionToken(),
                "Cannot call GetSessionToken with session credentials");
    }

    @Test
    void aSessionWithoutASecondFactorReachesNothingInIam() {
        Actor session = administratorFor(Origin.SESSION_TOKEN);

        assertRefused(
                () -> session.iam().listUsers(),
                "InvalidClientTokenId",
                "The security token included in the request is invalid");
        assertDenied(
                () -> session.sts().getAccessKeyInfo(get -> get.accessKeyId(bench.signedUp.accessKeyId())),
                "Cannot call GetAccessKeyInfo with session credentials");
    }

    @Test
    void whoSignedInHasAllTheirRights() {
        assertThat(administratorFor(Origin.SIGN_IN).iam().listUsers().users()).hasSize(1);
    }

    @Test
    void theAccountIsReadOffAnAccessKeyId() {
        assertThat(bench.administrator()
                        .sts()
                        .getAccessKeyInfo(get ->
                                get.accessKeyId(bench.deployment.accessKeyIds().temporary(Workbench.OTHER_ACCOUNT)))
                        .account())
                .isEqualTo(Workbench.OTHER_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIA111111111111", "AKIA1111111111111111"})
    void whatIsNoAccessKeyIdTellsNoAccount(String keyId) {
        assertRefused(
                () -> bench.administrator().sts().getAccessKeyInfo(get -> get.accessKeyId(keyId)),
                "ValidationError",
                "Invalid value for parameter AccessKeyId: " + keyId);
    }

    private Actor administratorFor(Origin origin) {
        return bench.signedIn(admin.getUser().user().userId(), origin);
    }

    private static Instant expiration(Actor actor, int seconds) {
        return actor.sts()
                .getSessionToken(get -> get.durationSeconds(seconds))
                .credentials()
                .expiration();
    }

    private static String policyThatDeniesEverything() {
        return Documents.policy(Documents.statement("Deny", "*", "*"));
    }
}
