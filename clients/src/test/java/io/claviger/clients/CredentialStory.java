package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Credentials other than access keys, and reports, with a client, step by step; a step builds on those before it. */
final class CredentialStory {

    private static final Map<String, Object> DORA = Map.of("UserName", "dora");
    private static final Map<String, Object> WEB = Map.of("ServerCertificateName", "web");

    private final Client client;
    private final Certificates certificates;
    private final List<DynamicTest> steps = new ArrayList<>();

    private CredentialStory(Client client, Certificates certificates) {
        this.client = client;
        this.certificates = certificates;
    }

    /** The steps, to be run in their order; their files are in the directory. */
    static Stream<DynamicTest> steps(Client client, Path directory) throws Exception {
        Certificates certificates = Certificates.in(Files.createDirectory(directory.resolve("credentials")));
        CredentialStory story = new CredentialStory(client, certificates);
        story.doraHasCredentials();
        story.theAccountHasACertificate();
        story.reportsAreMade();
        story.doraHasNoneAnyMore();
        return story.steps.stream();
    }

    private void doraHasCredentials() {
        step("create user dora", () -> done("CreateUser", DORA));
        step("upload a public key for SSH", () -> {
            byte[] key = KeyPairGenerator.getInstance("RSA")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PUBLIC KEY-----\n";
            String id = done("UploadSSHPublicKey", Map.of("UserName", "dora", "SSHPublicKeyBody", pem))
                    .at("/SSHPublicKey/SSHPublicKeyId")
                    .asString();
            JsonNode shown = done(
                            "GetSSHPublicKey", Map.of("UserName", "dora", "SSHPublicKeyId", id, "Encoding", "SSH"))
                    .path("SSHPublicKey");
            assertThat(shown.path("SSHPublicKeyBody").asString()).startsWith("ssh-rsa AAAAB3NzaC1yc2E");
            assertThat(shown.path("Fingerprint").asString()).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");
        });
        step("upload a signing certificate", () -> {
            String body = Files.readString(certificates.authority());
            assertThat(done("UploadSigningCertificate", Map.of("UserName", "dora", "CertificateBody", body))
                            .at("/Certificate/CertificateId")
                            .asString())
                    .matches("[A-Z2-7]{32}");
        });
        step("create and reset a password for CodeCommit", () -> {
            JsonNode created = done(
                            "CreateServiceSpecificCredential",
                            Map.of("UserName", "dora", "ServiceName", "codecommit.amazonaws.com"))
                    .path("ServiceSpecificCredential");
            assertThat(created.path("ServiceUserName").asString()).isEqualTo("dora-at-" + ACCOUNT);
            String id = created.path("ServiceSpecificCredentialId").asString();
            JsonNode reset = done(
                            "ResetServiceSpecificCredential",
                            Map.of("UserName", "dora", "ServiceSpecificCredentialId", id))
                    .path("ServiceSpecificCredential");
            assertThat(reset.path("ServicePassword").asString())
                    .hasSize(60)
                    .isNotEqualTo(created.path("ServicePassword").asString());
        });
        step(
                "she cannot be deleted",
                () -> assertThat(refused("DeleteUser", DORA).message())
                        .isEqualTo("Cannot delete entity, must delete certificates first."));
    }

    private void theAccountHasACertificate() {
        step("upload a server certificate with its key and chain", () -> {
            JsonNode metadata = done(
                            "UploadServerCertificate",
                            Map.of(
                                    "ServerCertificateName",
                                    "web",
                                    "CertificateBody",
                                    Files.readString(certificates.certificate()),
                                    "PrivateKey",
                                    Files.readString(certificates.privateKey()),
                                    "CertificateChain",
                                    Files.readString(certificates.authority())))
                    .path("ServerCertificateMetadata");
            assertThat(metadata.path("Arn").asString())
                    .isEqualTo("arn:aws:iam::" + ACCOUNT + ":server-certificate/web");
            assertThat(metadata.path("ServerCertificateId").asString()).matches("ASCA[A-Z2-7]{17}");
        });
        step(
                "it is looked at",
                () -> assertThat(done("GetServerCertificate", WEB).toString()).doesNotContain("PRIVATE"));
        step(
                "another name for it needs no key",
                () -> done("UpdateServerCertificate", Map.of("ServerCertificateName", "web", "NewPath", "/front/")));
        step("delete it", () -> done("DeleteServerCertificate", WEB));
    }

    private void reportsAreMade() {
        step("a credential report is made and looked at", () -> {
            String state =
                    done("GenerateCredentialReport", Map.of()).path("State").asString();
            for (int i = 0; i < 100 && !state.equals("COMPLETE"); i++) {
                Thread.sleep(100);
                state = done("GenerateCredentialReport", Map.of()).path("State").asString();
            }
            assertThat(state).isEqualTo("COMPLETE");
            assertThat(done("GetCredentialReport", Map.of())
                            .path("ReportFormat")
                            .asString())
                    .isEqualTo("text/csv");
        });
        step("the authorization details of users are shown", () -> {
            JsonNode details = done("GetAccountAuthorizationDetails", Map.of("Filter", List.of("User")));
            assertThat(details.path("UserDetailList").valueStream())
                    .extracting(user -> user.path("UserName").asString())
                    .contains("dora");
            assertThat(details.path("RoleDetailList").size()).isZero();
        });
    }

    private void doraHasNoneAnyMore() {
        step("delete what was made", () -> {
            for (JsonNode key : done("ListSSHPublicKeys", DORA).path("SSHPublicKeys")) {
                done("DeleteSSHPublicKey", named("SSHPublicKeyId", key));
            }
            for (JsonNode certificate : done("ListSigningCertificates", DORA).path("Certificates")) {
                done("DeleteSigningCertificate", named("CertificateId", certificate));
            }
            for (JsonNode credential :
                    done("ListServiceSpecificCredentials", DORA).path("ServiceSpecificCredentials")) {
                done("DeleteServiceSpecificCredential", named("ServiceSpecificCredentialId", credential));
            }
            done("DeleteUser", DORA);
        });
    }

    private static Map<String, Object> named(String member, JsonNode shown) {
        return Map.of("UserName", "dora", member, shown.path(member).asString());
    }

    private void step(String name, Executable step) {
        steps.add(dynamicTest(name, step));
    }

    private JsonNode done(String operation, Map<String, ?> input) {
        return switch (client.call(Call.iam(ADMINISTRATOR, operation, input))) {
            case Answer.Result(JsonNode result) -> result;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    private Answer.Refusal refused(String operation, Map<String, ?> input) {
        return switch (client.call(Call.iam(ADMINISTRATOR, operation, input))) {
            case Answer.Result result -> throw new AssertionError("not refused: " + result);
            case Answer.Refusal refusal -> refusal;
        };
    }
}
