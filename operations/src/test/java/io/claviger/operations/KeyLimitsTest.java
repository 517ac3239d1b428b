package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/** Access keys end by themselves: by a tag of their user, and by a property of the account. */
class KeyLimitsTest extends OnAWorkbench {

    private static final String TAG = "claviger:access-keys-end";
    private static final String RULE = "ClavigerAccessKeys/MaxAgeDays";

    private String keyId = "";

    @BeforeEach
    void bobHasAKey() {
        createUsers("bob");
        keyId = admin.createAccessKey(create -> create.userName("bob"))
                .accessKey()
                .accessKeyId();
    }

    private void tag(String value) {
        admin.tagUser(tag -> tag.userName("bob").tags(ending(TAG, value)));
    }

    private static Tag ending(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void rule(String days) {
        admin.putAccountProperties(put -> put.properties(Map.of(RULE, days)));
    }

    private StatusType status() {
        return admin.listAccessKeys(list -> list.userName("bob"))
                .accessKeyMetadata()
                .getFirst()
                .status();
    }

    @ParameterizedTest
    @CsvSource({"1, P1D", "90, P90D", "2026-11-23, PT14H", "2026-11-22T12:00:00Z, PT2H", "36500, P36500D"})
    void aTagOfTheUserEndsTheirKeys(String value, Duration length) {
        tag(value);
        // The workbench begins 123456 microseconds after the second in which the key was made.
        bench.pass(length.minusSeconds(1));
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
        bench.pass(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(StatusType.EXPIRED);
        tag("36500");
        admin.untagUser(untag -> untag.userName("bob").tagKeys(TAG));
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "090", "36501", "99999999999", "soon", "2026-13-01", "2026-11-22T12:00", "1d"})
    void aTagThatDoesNotSayWhenIsRefused(String value) {
        String text =
                "The tag claviger:access-keys-end must be a number of days, such as 90, or a time, such as 2026-12-31"
                        + " or 2026-12-31T18:00:00Z.";
        assertRefused(() -> tag(value), "InvalidInput", text);
        assertRefused(
                () -> admin.createUser(
                        create -> create.userName("eve").tags(ending(TAG.toUpperCase(Locale.ROOT), value))),
                "InvalidInput",
                text);
    }

    @Test
    void theAccountsRuleEndsAllKeysAndTheEarlierEndCounts() {
        assertThat(admin.getAccountProperties(get -> {}).properties()).doesNotContainKey(RULE);
        rule("30");
        assertThat(admin.getAccountProperties(get -> {}).properties())
                .containsEntry(RULE, "30")
                .containsEntry("RoleManager/Enabled", "false");
        bench.pass(Duration.ofDays(30));
        assertThat(status()).isEqualTo(StatusType.EXPIRED);
        tag("60");
        assertThat(status()).as("a longer tag").isEqualTo(StatusType.EXPIRED);
        rule("90");
        assertThat(status()).as("a longer rule").isEqualTo(StatusType.ACTIVE);
        bench.pass(Duration.ofDays(30));
        assertThat(status()).as("a shorter tag").isEqualTo(StatusType.EXPIRED);
        admin.untagUser(untag -> untag.userName("bob").tagKeys(TAG));
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
        rule("0");
        assertThat(admin.getAccountProperties(get -> {}).properties()).doesNotContainKey(RULE);
        bench.pass(Duration.ofDays(400));
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
    }

    @Test
    void theRuleIsOfOneAccount() {
        bench.otherAdministrator().iam().putAccountProperties(put -> put.properties(Map.of(RULE, "1")));
        bench.pass(Duration.ofDays(2));
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
    }

    @Test
    void aRuleThatIsNoNumberOfDaysOrEndsTheKeyOfTheOneWhoSetsItIsRefused() {
        String text = "MaxAgeDays must be a number of days from 1 to 36500, or 0 for no limit";
        for (String days : new String[] {"", "-1", "36501", "90d", "2026-12-31"}) {
            assertRefused(() -> rule(days), "InvalidInput", text);
        }
        String other = "ClavigerAccessKeys namespace has the property MaxAgeDays and no other";
        assertRefused(
                () -> admin.putAccountProperties(put -> put.properties(Map.of("ClavigerAccessKeys/Other", "1"))),
                "InvalidInput",
                other);
        assertRefused(
                () -> admin.putAccountProperties(
                        put -> put.properties(Map.of(RULE, "90", "ClavigerAccessKeys/Other", "1"))),
                "InvalidInput",
                other);
        assertRefused(
                () -> admin.putAccountProperties(
                        put -> put.properties(Map.of(RULE, "90", "RoleManager/Enabled", "true"))),
                "InvalidInput",
                "All properties must belong to the same namespace");
        bench.pass(Duration.ofDays(10));
        assertRefused(
                () -> rule("10"),
                "InvalidInput",
                "The access key that signed this request is older than that, and would end at once. Replace it first.");
        rule("11");
        assertThat(status()).isEqualTo(StatusType.ACTIVE);
    }

    @Test
    void policiesDistinguishTheNamespaces() {
        IamClient limited = bench.user("limited", """
            {"Version": "2012-10-17", "Statement": {
              "Effect": "Allow",
              "Action": ["iam:PutAccountProperties", "iam:GetAccountProperties"],
              "Resource": "*",
              "Condition": {"ForAllValues:StringEquals": {"iam:AccountPropertyNamespaces": "RoleManager"}}}}\
            """).iam();
        assertThat(limited.getAccountProperties(get -> {}).properties()).hasSize(1);
        String text =
                "User: " + ARN + "user/limited is not authorized to perform: iam:%sAccountProperties on resource: *"
                        + " because no identity-based policy allows the iam:%sAccountProperties action";
        assertDenied(
                () -> limited.putAccountProperties(put -> put.properties(Map.of(RULE, "30"))),
                text.formatted("Put", "Put"));
        rule("30");
        assertDenied(() -> limited.getAccountProperties(get -> {}), text.formatted("Get", "Get"));
    }

    @Test
    void aKeyThatHasEndedCanBeMadeInactiveOrDeletedAndNotActive() {
        tag("1");
        bench.pass(Duration.ofDays(1));
        admin.updateAccessKey(
                update -> update.userName("bob").accessKeyId(keyId).status(StatusType.INACTIVE));
        assertThat(status()).isEqualTo(StatusType.EXPIRED);
        assertRefused(
                () -> admin.updateAccessKey(
                        update -> update.userName("bob").accessKeyId(keyId).status(StatusType.ACTIVE)),
                "ValidationError",
                "The access key " + keyId + " has expired and cannot be made Active.");
        String next = admin.createAccessKey(create -> create.userName("bob"))
                .accessKey()
                .accessKeyId();
        assertThat(admin.listAccessKeys(list -> list.userName("bob")).accessKeyMetadata())
                .extracting(key -> key.accessKeyId() + " " + key.status())
                .containsExactly(keyId + " Expired", next + " Active");
        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(keyId));
    }

    @Test
    void theCredentialReportShowsAKeyThatHasEndedAsNotActive() {
        tag("1");
        bench.pass(Duration.ofDays(1));
        admin.generateCredentialReport();
        assertThat(admin.getCredentialReport().content().asUtf8String().lines())
                .anyMatch(line -> line.startsWith("bob,") && line.contains(",false,false,2026-11-22T10:00:00Z"))
                .anyMatch(line -> line.startsWith("Administrator,") && line.contains(",true,2026-11-22T10:00:00Z"));
    }
}
