package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ansible makes, changes and deletes all that {@code clients/ansible} describes, and does nothing the second time: what
 * Claviger shows is what its modules compare with.
 */
class AnsibleTest {

    private static final String NOT_TESTED =
            "NOT TESTED: ansible, its collections amazon.aws and community.aws, or boto3"
                    + " for /usr/bin/python3 is not installed; run scripts/install-clients";
    private static final String SERIAL = "arn:aws:iam::" + ACCOUNT + ":mfa/phone";

    @TempDir
    private Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> everythingIsMadeChangedAndDeletedOnce() throws Exception {
        if (Stream.of(Ansible.COLLECTIONS, Ansible.LIBRARY)
                .anyMatch(command -> Commands.firstThatWorks(List.of(command)).isEmpty())) {
            return Stream.of(dynamicTest(NOT_TESTED, () -> Commands.skip(NOT_TESTED)));
        }
        Program program = Program.start(directory, Optional.empty());
        try {
            Path work = Files.createDirectory(directory.resolve("ansible"));
            Ansible ansible = new Ansible(program, work, Certificates.in(work));
            JavaSdk client = new JavaSdk(program);
            return steps(ansible, client, work).onClose(client::close).onClose(program::close);
        } catch (Exception | AssertionError e) {
            program.close();
            throw e;
        }
    }

    private static Stream<DynamicTest> steps(Ansible ansible, Client client, Path work) {
        return Stream.of(
                dynamicTest(
                        "everything is made",
                        () -> assertThat(ansible.play("present.yml", "stage=1").changed())
                                .isEqualTo(13)),
                dynamicTest("nothing is made twice", () -> assertNothingChanges(ansible, "present.yml", "stage=1")),
                dynamicTest("what was made is shown, and works", () -> look(ansible, client, work)),
                dynamicTest(
                        "everything is changed",
                        () -> assertThat(ansible.play("present.yml", "stage=2").changed())
                                .isEqualTo(13)),
                dynamicTest("nothing is changed twice", () -> assertNothingChanges(ansible, "present.yml", "stage=2")),
                dynamicTest("the changes are the ones that were asked for", () -> assertChanged(client)),
                dynamicTest(
                        "everything is deleted",
                        () -> assertThat(ansible.play("absent.yml").changed()).isEqualTo(9)),
                dynamicTest("nothing is deleted twice", () -> assertNothingChanges(ansible, "absent.yml")),
                dynamicTest("nothing is left", () -> assertNothingLeft(client)));
    }

    private static void assertNothingChanges(Ansible ansible, String playbook, String... variables) {
        Ansible.Done again = ansible.play(playbook, variables);
        assertThat(again.ok()).isGreaterThan(8);
        assertThat(again.changed()).as(again.said()).isZero();
    }

    private static void look(Ansible ansible, Client client, Path work) {
        Authenticator.require();
        Authenticator phone = Authenticator.made(
                work, result(client, "CreateVirtualMFADevice", Map.of("VirtualMFADeviceName", "phone")));
        result(
                client,
                "EnableMFADevice",
                Map.of(
                        "UserName",
                        "alice",
                        "SerialNumber",
                        SERIAL,
                        "AuthenticationCode1",
                        phone.code(2),
                        "AuthenticationCode2",
                        phone.code(1)));
        Key alice = Key.from(
                result(client, "CreateAccessKey", Map.of("UserName", "alice")).path("AccessKey"));
        ansible.play(
                "look.yml",
                "serial=" + SERIAL,
                "code='" + phone.code() + "'",
                "alice_id=" + alice.id(),
                "alice_secret=" + alice.secret());
        result(client, "DeleteAccessKey", Map.of("UserName", "alice", "AccessKeyId", alice.id()));
    }

    private static void assertChanged(Client client) {
        JsonNode role = result(client, "GetRole", Map.of("RoleName", "deploy")).path("Role");
        assertThat(role.path("Description").asString()).isEqualTo("Deploys at night.");
        assertThat(role.path("MaxSessionDuration").asInt()).isEqualTo(7200);
        assertThat(role.path("Tags").toString()).isEqualTo("[{\"Key\":\"Team\",\"Value\":\"green\"}]");
        assertThat(result(client, "GetGroup", Map.of("GroupName", "readers"))
                        .path("Users")
                        .valueStream())
                .extracting(user -> user.path("UserName").asString())
                .containsExactly("alice");
        assertThat(result(client, "GetAccountPasswordPolicy", Map.of())
                        .at("/PasswordPolicy/MinimumPasswordLength")
                        .asInt())
                .isEqualTo(16);
        assertThat(result(client, "ListAccessKeys", Map.of("UserName", "alice"))
                        .at("/AccessKeyMetadata/0/Status")
                        .asString())
                .isEqualTo("Inactive");
    }

    private static void assertNothingLeft(Client client) {
        assertThat(result(client, "ListUsers", Map.of()).path("Users").size()).isOne();
        assertThat(result(client, "ListGroups", Map.of()).path("Groups").size()).isOne();
        for (String operation :
                List.of("ListRoles", "ListInstanceProfiles", "ListSAMLProviders", "ListServerCertificates")) {
            JsonNode listed = result(client, operation, Map.of());
            assertThat(listed.valueStream()
                            .filter(JsonNode::isArray)
                            .mapToInt(JsonNode::size)
                            .sum())
                    .as(operation + ": " + listed)
                    .isZero();
        }
        assertThat(result(client, "ListPolicies", Map.of("Scope", "Local"))
                        .path("Policies")
                        .size())
                .isZero();
    }

    private static JsonNode result(Client client, String operation, Map<String, Object> input) {
        return switch (client.call(Call.iam(ADMINISTRATOR, operation, input))) {
            case Answer.Result(JsonNode result) -> result;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }
}
