package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An access key that ends by itself is refused from that moment on, and its user is warned before. */
class KeyEndTest {

    private static final String TAG = "claviger:access-keys-end";
    private static final String RULE = "ClavigerAccessKeys/MaxAgeDays";
    private static final String HEADER = "x-claviger-access-key-ends";

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final RunningServer server =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()), now::get);
    private final LogLines log = LogLines.from("io.claviger.access");
    private final ApiCaller administrator = ApiCaller.administrator(server.endpoint(), now::get);

    private String keyId = "";
    private String secret = "";
    private ApiCaller bob = administrator;

    @BeforeEach
    void bobHasAKey() {
        administrator.done("iam", "CreateUser", "UserName", "bob");
        Reply key = administrator.done("iam", "CreateAccessKey", "UserName", "bob");
        keyId = key.text("AccessKeyId");
        secret = key.text("SecretAccessKey");
        bob = administrator.with(key);
    }

    @AfterEach
    void stop() {
        log.close();
        server.close();
    }

    private void at(Duration later) {
        now.set(Samples.NOW.plus(later));
    }

    private void tag(String value) {
        administrator.done("iam", "TagUser", "UserName", "bob", "Tags.member.1.Key", TAG, "Tags.member.1.Value", value);
    }

    private void rule(String days) {
        administrator.done(
                "iam", "PutAccountProperties", "Properties.entry.1.key", RULE, "Properties.entry.1.value", days);
    }

    private static Reply whoAmI(ApiCaller caller) {
        return caller.call("sts", "GetCallerIdentity");
    }

    private void assertEnded(ApiCaller caller) {
        Reply reply = whoAmI(caller);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body())
                .contains("InvalidClientTokenId", "The security token included in the request is invalid");
    }

    private String answer() throws Exception {
        return Samples.call(server.endpoint(), now.get(), keyId, secret, "sts", UpkeepGround.CALLER);
    }

    @Test
    void aKeyIsGoodUntilTheMomentOfItsEndAndItsSessionsGoOn() {
        tag("1");
        ApiCaller session = bob.with(bob.done("sts", "GetSessionToken", "DurationSeconds", "129600"));
        at(Duration.ofDays(1).minusMillis(1));
        assertThat(whoAmI(bob).status()).isEqualTo(200);
        assertThat(server.hasAccessKey(keyId)).isTrue();
        at(Duration.ofDays(1));
        assertEnded(bob);
        assertThat(server.hasAccessKey(keyId)).isFalse();
        assertThat(whoAmI(session).status()).isEqualTo(200);
        assertThat(whoAmI(administrator).status()).isEqualTo(200);
        assertEnded(bob);
        assertThat(log.messages())
                .filteredOn(line -> line.contains("is refused"))
                .containsExactly("the access key " + keyId + " of arn:aws:iam::123456789012:user/bob is refused with"
                        + " InvalidClientTokenId: it ended at 2026-11-23T10:00:00Z by the tag " + TAG + " of its user");
        // The next request sees another tag.
        tag("2");
        assertThat(whoAmI(bob).status()).isEqualTo(200);
    }

    @Test
    void aTagThatEndsAKeyNowEndsItFromTheNextRequestOn() {
        assertThat(whoAmI(bob).status()).isEqualTo(200);
        tag(Samples.NOW.toString());
        assertEnded(bob);
        administrator.done("iam", "UntagUser", "UserName", "bob", "TagKeys.member.1", TAG);
        assertThat(whoAmI(bob).status()).isEqualTo(200);
    }

    @Test
    void theAccountsRuleHoldsFromTheNextRequestOnForKeysThatAreThereAndForTheRootUsers() {
        assertThat(whoAmI(bob).status()).isEqualTo(200);
        at(Duration.ofDays(5));
        Reply fresh = administrator.done("iam", "CreateAccessKey", "UserName", "Administrator");
        ApiCaller rotated = administrator.with(fresh);
        assertThat(administrator
                        .call(
                                "iam",
                                "PutAccountProperties",
                                "Properties.entry.1.key",
                                RULE,
                                "Properties.entry.1.value",
                                "5")
                        .body())
                .contains("would end at once");
        rotated.done("iam", "PutAccountProperties", "Properties.entry.1.key", RULE, "Properties.entry.1.value", "5");
        assertEnded(bob);
        assertEnded(administrator);
        assertThat(whoAmI(rotated).status()).isEqualTo(200);
        assertThat(log.messages()).anyMatch(line -> line.endsWith("by the property " + RULE + " of its account"));
        rotated.done("iam", "PutAccountProperties", "Properties.entry.1.key", RULE, "Properties.entry.1.value", "0");
        assertThat(whoAmI(bob).status()).isEqualTo(200);
        assertThat(whoAmI(administrator).status()).isEqualTo(200);
    }

    @Test
    void theLastFourteenDaysAreAnnouncedInEachAnswerAndInTheLog() throws Exception {
        rule("90");
        assertThat(answer()).doesNotContainIgnoringCase(HEADER);
        at(Duration.ofDays(76));
        assertThat(answer()).doesNotContainIgnoringCase(HEADER);
        at(Duration.ofDays(76).plusSeconds(1));
        assertThat(answer()).containsIgnoringCase(HEADER + ": 2027-02-20T10:00:00Z");
        assertThat(answer()).containsIgnoringCase(HEADER);
        assertThat(log.messages())
                .containsExactly(
                        "the access key " + keyId + " of arn:aws:iam::123456789012:user/bob, which was just used,"
                                + " ends at 2027-02-20T10:00:00Z by the property " + RULE + " of its account");
    }
}
