package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server remembers of sessions: in the audit trail, and as the last use of roles. */
class SessionsTest {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole",\
            "sts:SetSourceIdentity"],"Principal":{"AWS":"%s"}}]}""".formatted(Samples.ACCOUNT);
    private static final String ROLE = "arn:aws:iam::" + Samples.ACCOUNT + ":role/ci/deploy";

    @TempDir
    Path directory;

    private RunningServer start(DataLocation data) {
        return Samples.start(Samples.settings(data, Optional.of(directory.resolve("audit"))));
    }

    private static ApiCaller administrator(RunningServer server) {
        return ApiCaller.administrator(server.endpoint(), () -> Samples.NOW);
    }

    private static Reply assume(ApiCaller administrator) {
        return administrator.done(
                "sts", "AssumeRole", "RoleArn", ROLE, "RoleSessionName", "shift", "SourceIdentity", "Alice");
    }

    private static Reply createRole(ApiCaller administrator) {
        return administrator.done(
                "iam", "CreateRole", "RoleName", "deploy", "Path", "/ci/", "AssumeRolePolicyDocument", TRUST);
    }

    @Test
    void aRoleShowsWhenAndWhereASessionOfItLastMadeARequestAlsoAfterTheNextStart() {
        DataLocation data = new DataLocation.Directory(directory.resolve("data"), Optional.empty());
        try (RunningServer server = start(data)) {
            ApiCaller administrator = administrator(server);
            createRole(administrator);
            ApiCaller session = administrator.with(assume(administrator));
            assertThat(administrator
                            .done("iam", "GetRole", "RoleName", "deploy")
                            .body())
                    .contains("<RoleLastUsed></RoleLastUsed>");

            assertThat(session.call("iam", "ListUsers").status()).isEqualTo(403);
            assertLastUsed(administrator);
            assertThat(administrator.done("iam", "ListRoles").body()).doesNotContain("RoleLastUsed");
        }
        try (RunningServer server = start(data)) {
            assertLastUsed(administrator(server));
        }
    }

    private static void assertLastUsed(ApiCaller administrator) {
        Reply role = administrator.done("iam", "GetRole", "RoleName", "deploy");
        assertThat(role.text("LastUsedDate")).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(role.text("Region")).isEqualTo("us-east-1");
    }

    @Test
    void theTrailNamesTheRoleBehindASessionAndWhoIsBehindAll() throws Exception {
        String roleId;
        try (RunningServer server = start(new DataLocation.InMemory())) {
            ApiCaller administrator = administrator(server);
            roleId = createRole(administrator).text("RoleId");
            administrator.with(assume(administrator)).done("sts", "GetCallerIdentity");
        }
        assertThat(last("GetCallerIdentity"))
                .contains("\"userIdentity\":{\"type\":\"AssumedRole\",\"principalId\":\"" + roleId + ":shift\","
                        + "\"arn\":\"arn:aws:sts::123456789012:assumed-role/deploy/shift\","
                        + "\"accountId\":\"123456789012\",\"accessKeyId\":\"ASIA")
                .contains("\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"" + roleId
                        + "\",\"arn\":\"" + ROLE + "\",\"accountId\":\"123456789012\",\"userName\":\"deploy\"},"
                        + "\"attributes\":{\"creationDate\":\"2026-11-22T10:00:00Z\","
                        + "\"mfaAuthenticated\":\"false\"},\"sourceIdentity\":\"Alice\"}}");
    }

    @Test
    void theTrailNamesWhoMadeAFederatedUser() throws Exception {
        String userId;
        try (RunningServer server = start(new DataLocation.InMemory())) {
            ApiCaller administrator = administrator(server);
            userId = administrator.done("iam", "GetUser").text("UserId");
            administrator
                    .with(administrator.done("sts", "GetFederationToken", "Name", "bob"))
                    .done("sts", "GetCallerIdentity");
        }
        assertThat(last("GetCallerIdentity"))
                .contains("\"userIdentity\":{\"type\":\"FederatedUser\",\"principalId\":\"123456789012:bob\","
                        + "\"arn\":\"arn:aws:sts::123456789012:federated-user/bob\"")
                .contains("\"sessionContext\":{\"sessionIssuer\":{\"type\":\"IAMUser\",\"principalId\":\"" + userId
                        + "\",\"arn\":\"arn:aws:iam::123456789012:user/Administrator\","
                        + "\"accountId\":\"123456789012\",\"userName\":\"Administrator\"},\"attributes\":{");
    }

    @Test
    void theTrailShowsAUsersOwnSessionAsTheUser() throws Exception {
        try (RunningServer server = start(new DataLocation.InMemory())) {
            ApiCaller administrator = administrator(server);
            administrator.with(administrator.done("sts", "GetSessionToken")).done("sts", "GetCallerIdentity");
        }
        assertThat(last("GetCallerIdentity"))
                .contains(
                        "\"type\":\"IAMUser\"",
                        "\"userName\":\"Administrator\",\"sessionContext\":{"
                                + "\"attributes\":{\"creationDate\":\"2026-11-22T10:00:00Z\","
                                + "\"mfaAuthenticated\":\"false\"}}}");
        assertThat(last("GetSessionToken")).doesNotContain("sessionContext");
    }

    private String last(String eventName) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
            List<String> lines = Files.readAllLines(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
            return lines.stream()
                    .filter(line -> line.contains("\"eventName\":\"" + eventName + "\""))
                    .reduce((_, later) -> later)
                    .orElseThrow();
        }
    }
}
