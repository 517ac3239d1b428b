package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone who is quarantined may do nothing from the next request on, and nothing that they hold ends that. */
class QuarantineTest extends UpkeepGround {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String DENY_ALL = "arn:aws:iam::aws:policy/AWSDenyAll";
    private static final String ADMINISTRATORS = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"}}]}\
        """.formatted(Samples.ACCOUNT);

    private static final String NEXT = "arn:aws:iam::" + Samples.ACCOUNT + ":role/next";

    private RunningServer server;
    private ApiCaller administrator;
    private ApiCaller mallory;

    @BeforeEach
    void malloryIsAnAdministratorToo() {
        server = Samples.start(
                Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit"))), CLOCK);
        administrator = ApiCaller.administrator(server.endpoint(), CLOCK);
        administrator.done("iam", "CreateUser", "UserName", "mallory", "Path", "/ops/");
        administrator.done("iam", "AttachUserPolicy", "UserName", "mallory", "PolicyArn", ADMINISTRATORS);
        mallory = administrator.with(administrator.done("iam", "CreateAccessKey", "UserName", "mallory"));
        for (String role : List.of("deploy", "next")) {
            administrator.done("iam", "CreateRole", "RoleName", role, "AssumeRolePolicyDocument", TRUST);
            administrator.done("iam", "AttachRolePolicy", "RoleName", role, "PolicyArn", ADMINISTRATORS);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int quarantine(String... words) {
        return quarantine(Map.of(), words);
    }

    private int quarantine(Map<String, String> more, String... words) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID",
                Samples.KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                Samples.SECRET,
                "AWS_ENDPOINT_URL",
                server.endpoint().toString()));
        environment.putAll(more);
        return run(
                environment,
                Stream.concat(Stream.of("quarantine"), Stream.of(words)).toArray(String[]::new));
    }

    private static ApiCaller assume(ApiCaller caller, String role) {
        return caller.with(caller.done(
                "sts",
                "AssumeRole",
                "RoleArn",
                "arn:aws:iam::" + Samples.ACCOUNT + ":role/" + role,
                "RoleSessionName",
                "before"));
    }

    private static void assertDenied(ApiCaller caller) {
        for (Reply reply : List.of(
                caller.call("iam", "ListUsers"),
                caller.call("iam", "DetachUserPolicy", "UserName", "mallory", "PolicyArn", DENY_ALL),
                caller.call("iam", "DetachRolePolicy", "RoleName", "deploy", "PolicyArn", DENY_ALL),
                caller.call("iam", "CreateAccessKey", "UserName", "Administrator"),
                caller.call("sts", "AssumeRole", "RoleArn", NEXT, "RoleSessionName", "after"))) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).contains("AccessDenied", DENY_ALL);
        }
    }

    @Test
    void aUserIsDeniedEverythingWithAllSessionsThatTheyHaveMadeUntilItIsLifted() {
        List<ApiCaller> held = List.of(
                mallory,
                assume(mallory, "deploy"),
                assume(mallory.with(mallory.done("sts", "GetSessionToken")), "deploy"),
                assume(assume(mallory, "deploy"), "next"));
        held.forEach(caller -> caller.done("iam", "ListUsers"));

        assertThat(quarantine("user/mallory")).as(this::err).isZero();
        assertThat(out.toString(UTF_8)).startsWith("user/mallory is quarantined: ");
        held.forEach(QuarantineTest::assertDenied);
        // Both are open to every caller, and give no right.
        mallory.done("sts", "GetCallerIdentity");
        Reply assumed = mallory.with(mallory.done("sts", "GetSessionToken"))
                .call("sts", "AssumeRole", "RoleArn", NEXT, "RoleSessionName", "after");
        assertThat(assumed.body()).contains("AccessDenied", DENY_ALL);

        assertThat(quarantine("user/mallory")).as("again").isZero();
        assertThat(quarantine("--lift", "user/mallory")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("user/mallory is not quarantined any more.\n");
        held.forEach(caller -> caller.done("iam", "ListUsers"));
        assertThat(quarantine("--lift", "user/mallory")).isEqualTo(1);
        assertThat(err()).contains("NoSuchEntity", DENY_ALL);
    }

    @Test
    void theFederatedUsersOfAUserAreDeniedEverythingToo() {
        ApiCaller federated = mallory.with(
                mallory.done("sts", "GetFederationToken", "Name", "guest", "PolicyArns.member.1.arn", ADMINISTRATORS));
        assertThat(quarantine("user/mallory")).isZero();
        Reply reply = federated.call("sts", "GetScopedCredentials", "DurationSeconds", "900");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains(DENY_ALL);
    }

    @Test
    void aRoleIsDeniedEverythingWithTheSessionsOfRolesThatItsSessionsHaveMade() {
        ApiCaller session = assume(mallory, "deploy");
        ApiCaller chained = assume(session, "next");
        ApiCaller direct = assume(mallory, "next");
        assertThat(quarantine("role/deploy")).as(this::err).isZero();
        assertDenied(session);
        assertDenied(chained);
        mallory.done("iam", "ListUsers");
        direct.done("iam", "ListUsers");
        assertThat(quarantine("--lift", "role/deploy")).isZero();
        session.done("iam", "ListUsers");
        chained.done("iam", "ListUsers");
    }

    @Test
    void aFullQuotaOfAttachedPoliciesIsNoWayOut() {
        IntStream.range(0, 9).forEach(number -> {
            administrator.done(
                    "iam",
                    "CreatePolicy",
                    "PolicyName",
                    "p" + number,
                    "PolicyDocument",
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}");
            administrator.done(
                    "iam",
                    "AttachUserPolicy",
                    "UserName",
                    "mallory",
                    "PolicyArn",
                    "arn:aws:iam::" + Samples.ACCOUNT + ":policy/p" + number);
        });
        assertThat(administrator
                        .call(
                                "iam",
                                "AttachUserPolicy",
                                "UserName",
                                "mallory",
                                "PolicyArn",
                                "arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .body())
                .contains("LimitExceeded");
        assertThat(quarantine("user/mallory")).as(this::err).isZero();
        assertDenied(mallory);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/ops/mallory, user/mallory",
        "arn:aws:sts::123456789012:assumed-role/deploy/before, role/deploy",
        "arn:aws:iam::123456789012:role/deploy, role/deploy"
    })
    void anArnOfTheAuditTrailNamesThem(String arn, String shown) {
        assertThat(quarantine(arn)).as(this::err).isZero();
        assertThat(out.toString(UTF_8)).startsWith(shown + " is quarantined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::210987654321:user/ops/mallory",
                "arn:aws:iam::123456789012:user/mallory",
                "arn:aws:sts::210987654321:assumed-role/deploy/before"
            })
    void anArnOfSomebodyElseHitsNobodyHere(String arn) {
        assertThat(quarantine(arn)).isEqualTo(1);
        assertThat(err()).contains(arn + " is not here");
        mallory.done("iam", "ListUsers");
    }

    @ParameterizedTest
    @CsvSource({
        "mallory, give user/mallory or role/mallory",
        "root, the root user cannot be quarantined",
        "arn:aws:iam::123456789012:root, the root user cannot be quarantined",
        "AKIAIOSFODNN7EXAMPLE, get-access-key-last-used says whose it is",
        "ASIAIOSFODNN7EXAMPLE, the audit trail shows whose session it is",
        "group/ops, is no user or role"
    })
    void whatIsNoUserOrRoleIsMisuse(String operand, String hint) {
        assertThat(quarantine(operand)).isEqualTo(2);
        assertThat(err()).contains(hint);
    }

    @Test
    void itTakesTheRightToDoSo() throws Exception {
        administrator.done("iam", "CreateUser", "UserName", "alice");
        Reply key = administrator.done("iam", "CreateAccessKey", "UserName", "alice");
        Map<String, String> alice = Map.of(
                "AWS_ACCESS_KEY_ID", key.text("AccessKeyId"), "AWS_SECRET_ACCESS_KEY", key.text("SecretAccessKey"));
        assertThat(quarantine(alice, "user/mallory")).isEqualTo(1);
        assertThat(err()).contains("AccessDenied", "iam:AttachUserPolicy");
        mallory.done("iam", "ListUsers");
        assertThat(quarantine("user/nobody")).isEqualTo(1);
        assertThat(err()).contains("NoSuchEntity", "nobody");
    }

    @Test
    void aQuarantineIsOneEntryOfTheTrail() throws IOException {
        assertThat(quarantine("user/mallory")).isZero();
        server.close();
        try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
            List<String> lines = Files.readAllLines(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
            assertThat(lines.getLast())
                    .contains(
                            "\"eventName\":\"AttachUserPolicy\"",
                            "\"arn\":\"arn:aws:iam::123456789012:user/Administrator\"",
                            "\"requestParameters\":{\"userName\":\"mallory\",\"policyArn\":\"" + DENY_ALL + "\"}");
            assertThat(lines.get(lines.size() - 2)).doesNotContain("mallory\",\"policyArn\":\"" + DENY_ALL);
        }
    }

    @Test
    void credentialsAndServerAreFoundAsClientsFindThem() throws IOException {
        Path credentials = Files.writeString(
                directory.resolve("credentials"),
                "[ops]\naws_access_key_id = " + Samples.KEY_ID + "\naws_secret_access_key = " + Samples.SECRET
                        + "\nendpoint_url = " + server.endpoint() + "\n");
        Map<String, String> files = Map.of("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
        assertThat(run(files, "quarantine", "user/mallory", "--profile", "ops"))
                .as(this::err)
                .isZero();
        assertThat(run(files, "quarantine", "user/mallory", "--profile", "opps"))
                .isEqualTo(1);
        assertThat(err()).contains("there is no profile opps");
        assertThat(run(files, "quarantine", "user/mallory")).isEqualTo(1);
        assertThat(err()).contains("there are no credentials");
        assertThat(quarantine("user/mallory", "--endpoint", "ftp://somewhere")).isEqualTo(2);
        assertThat(quarantine("user/mallory", "--lift", "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err()).contains("http://127.0.0.1:1 cannot be reached: nothing listens there");
        assertThat(Wire.exchange(server.endpoint(), Wire.request("GET /health/live")))
                .startsWith("HTTP/1.1 200 ");
        assertDenied(mallory);
    }
}
