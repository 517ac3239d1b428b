package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.http.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that puts somebody under quarantine: whom it names, what it needs, and what the trail says. */
class QuarantineCommandTest extends QuarantineContract {

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

    @Test
    void anArnInAnotherCaseIsSaidToBeThatOfNobody() {
        assertThat(quarantine("arn:aws:iam::123456789012:user/OPS/mallory")).isEqualTo(1);
        assertThat(err()).contains("is not here: the user of this name is arn:aws:iam::123456789012:user/");
    }

    @ParameterizedTest
    @CsvSource({
        "mallory, give user/mallory or role/mallory",
        "root, the root user cannot be quarantined",
        "arn:aws:iam::123456789012:root, the root user cannot be quarantined",
        "AKIAIOSFODNN7EXAMPLE, get-access-key-last-used says whose it is",
        "ASIAIOSFODNN7EXAMPLE, the audit trail shows whose session it is",
        "group/ops, is not a user or a role"
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
