package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.Visitor.Keys;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console asks beside why: who can do something, what is wrong with a policy, and what actions there are. */
class ConsoleQuestionsTest extends ConsoleAccessContract {

    ConsoleQuestionsTest(@TempDir Path directory) {
        super(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "who-can", "findings"})
    void unsignedOrWronglySignedCallIsRefused(String call) {
        assertThat(visitor.post(call, "{}").statusCode()).isEqualTo(403);
        assertThat(visitor.post(call, "{}").body()).contains("\"code\":\"MissingAuthenticationToken\"");
        Keys wrong = new Keys(Samples.KEY_ID, Samples.SECRET.replace('w', 'W'), "");
        assertThat(visitor.signed(call, "{}", wrong, Samples.NOW).body()).contains("\"SignatureDoesNotMatch\"");
        assertThat(visitor.signed(call, "{}", ADMINISTRATOR, "sts", Samples.NOW).statusCode())
                .isEqualTo(403);
        assertThat(visitor.signed(call, "{}", ADMINISTRATOR, Samples.NOW).statusCode())
                .isEqualTo(400);
    }

    private List<String> whoCan(String action, String resource) {
        HttpResponse<String> answer = visitor.signed(
                "who-can",
                "{\"action\":\"" + action + "\",\"resource\":\"" + resource + "\"}",
                ADMINISTRATOR,
                Samples.NOW);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        return answer.body().lines().toList();
    }

    @Test
    void whoCanFindsRootUsersAndRolesWithWhatAllowsThem() throws Exception {
        iam("CreateUser&UserName=bob");
        iam("CreateGroup&GroupName=readers");
        iam("AddUserToGroup&GroupName=readers&UserName=bob");
        inline("Group", "readers", allow("s3:GetObject", "arn:aws:s3:::b/*"));
        inline("User", "alice", allow("s3:GetObject", "arn:aws:s3:::${aws:username}/*"));
        iam("CreateRole&RoleName=app&AssumeRolePolicyDocument=" + trusting(USER + "alice"));
        iam("AttachRolePolicy&RoleName=app&PolicyArn="
                + Samples.encoded("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));

        List<String> lines = whoCan("s3:GetObject", "arn:aws:s3:::b/k");
        assertThat(lines.subList(0, lines.size()))
                .contains(
                        "{\"principal\":{\"arn\":\"arn:aws:iam::123456789012:root\",\"type\":\"root\",\"name\":\"root\"},"
                                + "\"decision\":\"allowed\",\"because\":[\"the root user needs no policy\"]}")
                .contains("{\"principal\":{\"arn\":\"" + USER + "Administrator\",\"type\":\"user\","
                        + "\"name\":\"Administrator\"},\"decision\":\"allowed\","
                        + "\"because\":[\"policy AdministratorAccess\",\"group Administrators\"]}")
                .contains("{\"principal\":{\"arn\":\"" + USER + "bob\",\"type\":\"user\",\"name\":\"bob\"},"
                        + "\"decision\":\"allowed\",\"because\":[\"inline policy own\",\"group readers\"]}")
                .contains("{\"principal\":{\"arn\":\"arn:aws:iam::123456789012:role/app\",\"type\":\"role\","
                        + "\"name\":\"app\"},\"decision\":\"allowed\",\"because\":[\"policy AmazonS3ReadOnlyAccess\"]}")
                .noneMatch(line -> line.contains("alice"));
        assertThat(lines.getLast()).isEqualTo("{\"seen\":5,\"of\":5}");
        assertThat(whoCan("s3:GetObject", "arn:aws:s3:::alice/k")).anyMatch(line -> line.contains("user/alice"));
        assertThat(whoCan("sts:AssumeRole", "arn:aws:iam::123456789012:role/app"))
                .anyMatch(line -> line.contains("user/alice"))
                .noneMatch(line -> line.contains("Administrator"));
        iam("UpdateAssumeRolePolicy&RoleName=app&PolicyDocument=" + trusting("123456789012"));
        assertThat(whoCan("sts:AssumeRole", "arn:aws:iam::123456789012:role/app"))
                .anyMatch(line -> line.contains("Administrator"))
                .noneMatch(line -> line.contains(":root"));
    }

    @Test
    void whoCanGoesThroughAllPages() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            iam("CreateUser&UserName=user" + i);
        }
        inline("User", "user1099", allow("s3:GetObject", "*"));
        inline("User", "user999", allow("s3:GetObject", "*"));

        List<String> lines = whoCan("s3:GetObject", "arn:aws:s3:::b/k");
        assertThat(lines).filteredOn(line -> line.contains("user/user")).hasSize(2);
        assertThat(lines.getLast()).isEqualTo("{\"seen\":1103,\"of\":1103}");
        assertThat(lines).filteredOn(line -> line.contains("\"seen\"")).hasSizeGreaterThan(2);
    }

    @Test
    void findingsAreThoseOfTheValidatorAndNeedNoRight() throws Exception {
        Keys alice = keysOf("alice");
        String document =
                "{\\n \\\"Version\\\": \\\"2012-10-17\\\",\\n \\\"Statement\\\": {\\\"Effect\\\": \\\"Allow\\\","
                        + " \\\"Action\\\": \\\"s3:GetObjekt\\\", \\\"Resource\\\": \\\"*\\\"}}";
        HttpResponse<String> answer = visitor.signed(
                "findings", "{\"document\":\"" + document + "\",\"type\":\"IDENTITY_POLICY\"}", alice, Samples.NOW);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"type\":\"ERROR\",\"code\":\"INVALID_ACTION\"")
                .contains("\"line\":3,\"column\":45,\"endLine\":3,\"endColumn\":59,\"path\":\"Statement.Action\"");
        assertThat(visitor.signed("findings", "{\"document\":\"{\",\"type\":\"RESOURCE_POLICY\"}", alice, Samples.NOW)
                        .body())
                .contains("JSON_SYNTAX_ERROR");
        assertThat(visitor.signed("findings", "{\"document\":\"{}\",\"type\":\"POLICY\"}", alice, Samples.NOW)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void catalogNamesServicesAndWhatEachHas() {
        HttpResponse<String> all = visitor.get("/console/catalog");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(all.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(all.body())
                .contains("{\"prefix\":\"iam\",\"name\":", "\"globalKeys\":[", "{\"name\":\"aws:SourceIp\",\"type\":");
        HttpResponse<String> iam = visitor.get("/console/catalog/iam");
        assertThat(iam.body())
                .contains("\"prefix\":\"iam\"")
                .contains("{\"name\":\"CreateUser\",\"level\":\"Write\",\"resources\":[\"user\"],\"conditionKeys\":[")
                .contains("{\"name\":\"user\",\"arn\":\"arn:${Partition}:iam::${Account}:user/");
        assertThat(visitor.get(
                                "/console/catalog/iam",
                                "If-None-Match",
                                iam.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(visitor.get("/console/catalog/iam", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        for (String none : List.of("nothing", "IAM", "", "iam/", "../iam", "x".repeat(100))) {
            assertThat(visitor.get("/console/catalog/" + none).statusCode())
                    .as(none)
                    .isIn(404, 400);
        }
    }
}
