package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.Visitor.Keys;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console explains: who may do what, why, and who else. */
class ConsoleAccessTest extends ConsoleAccessContract {

    ConsoleAccessTest(@TempDir Path directory) {
        super(directory);
    }

    private static String question(String principal, String action, String resource) {
        return "{\"principal\":\"" + principal + "\",\"action\":\"" + action + "\",\"resource\":\"" + resource + "\"}";
    }

    private String explain(String principal, String action, String resource) {
        HttpResponse<String> answer =
                visitor.signed("explain", question(principal, action, resource), ADMINISTRATOR, Samples.NOW);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    @Test
    void whatIsAllowedNamesItsStatementItsPolicyAndTheWayToIt() throws Exception {
        iam("CreateGroup&GroupName=readers");
        iam("AddUserToGroup&GroupName=readers&UserName=alice");
        inline("Group", "readers", allow("s3:Get*", "*"));

        assertThat(explain(USER + "alice", "s3:GetObject", "arn:aws:s3:::b/k"))
                .contains("\"decision\":\"allowed\"")
                .contains("\"reason\":\"The identity policy own of the group readers allows it\"")
                .contains("\"policy\":{\"name\":\"own\",\"type\":\"identity policy\",\"owner\":\"group readers\"}")
                .contains("\"sid\":\"Yes\",\"effect\":\"Allow\"")
                .contains("\"start\":{\"line\":1,\"column\":38},\"end\":{\"line\":1,\"column\":102}")
                .contains("\"document\":\"{\\\"Version\\\":\\\"2012-10-17\\\"")
                .contains("{\"kind\":\"account\",\"name\":\"123456789012\"")
                .contains("{\"kind\":\"user\",\"name\":\"alice\",\"arn\":\"" + USER
                        + "alice\"},{\"kind\":\"group\",\"name\":\"readers\"},{\"kind\":\"policy\",\"name\":\"own\"}")
                .contains("\"layers\":[{\"name\":\"identity policy\",\"decision\":\"allowed\"}]")
                .doesNotContain("\"missing\"");
    }

    @Test
    void placesOfStatementsAreThoseInTheDocumentAsItIsStored() throws Exception {
        String document =
                "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\"Effect\": \"Allow\", \"Action\":"
                        + " \"s3:*\", \"Resource\": \"*\"}\n  ]\n}";
        iam("PutUserPolicy&UserName=alice&PolicyName=p&PolicyDocument=" + Samples.encoded(document));

        assertThat(explain(USER + "alice", "s3:GetObject", "arn:aws:s3:::b/k"))
                .contains("\"start\":{\"line\":4,\"column\":5},\"end\":{\"line\":4,\"column\":59}");
    }

    @Test
    void whatAStatementDeniesNamesTheManagedPolicyByItsArn() throws Exception {
        iam("CreatePolicy&PolicyName=none&PolicyDocument="
                + Samples.encoded("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"s3:*\","
                        + "\"Resource\":\"*\"}}"));
        String arn = "arn:aws:iam::123456789012:policy/none";
        iam("AttachUserPolicy&UserName=alice&PolicyArn=" + arn);
        inline("User", "alice", allow("*", "*"));

        assertThat(explain(USER + "alice", "s3:GetObject", "arn:aws:s3:::b/k"))
                .contains("\"decision\":\"explicitDeny\"")
                .contains("User: " + USER + "alice is not authorized to perform: s3:GetObject on resource:"
                        + " arn:aws:s3:::b/k with an explicit deny in an identity-based policy: " + arn)
                .contains("\"statements\":[{\"policy\":{\"arn\":\"" + arn + "\",\"name\":\"none\"")
                .contains("{\"kind\":\"policy\",\"name\":\"none\",\"arn\":\"" + arn + "\"}")
                .doesNotContain("\"missing\"");
    }

    @Test
    void whatNothingAllowsComesWithTheShortestPolicyThatWould() throws Exception {
        String explained = explain(USER + "alice", "S3:getobject", "arn:aws:s3:::b/k");

        assertThat(explained)
                .contains("\"decision\":\"implicitDeny\"", "because no identity-based policy allows the")
                .contains("\"missing\":{\"document\":")
                .contains("\\\"Action\\\": \\\"s3:GetObject\\\"", "\\\"Resource\\\": \\\"arn:aws:s3:::b/k\\\"");
        inline("User", "alice", allow("s3:GetObject", "arn:aws:s3:::b/k"));
        assertThat(explain(USER + "alice", "s3:GetObject", "arn:aws:s3:::b/k")).contains("\"decision\":\"allowed\"");
        assertThat(explain(USER + "alice", "iam:ListUsers", "arn:aws:iam::123456789012:user/x"))
                .contains("\\\"Action\\\": \\\"iam:ListUsers\\\"");
    }

    @Test
    void whatABoundaryForbidsNoIdentityPolicyCures() throws Exception {
        iam("PutUserPermissionsBoundary&UserName=alice&PermissionsBoundary="
                + Samples.encoded("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        inline("User", "alice", allow("*", "*"));

        assertThat(explain(USER + "alice", "iam:CreateUser", USER + "bob"))
                .contains("\"decision\":\"implicitDeny\"", "because no permissions boundary allows")
                .contains("{\"kind\":\"boundary\",\"name\":\"ReadOnlyAccess\","
                        + "\"arn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}")
                .contains("{\"name\":\"identity policy\",\"decision\":\"allowed\"},"
                        + "{\"name\":\"permissions boundary\",\"decision\":\"implicitDeny\"}")
                .doesNotContain("\"missing\"");
    }

    @Test
    void conditionsSeeWhoThePrincipalIsAndWhatTheQuestionGives() throws Exception {
        inline("User", "alice", """
                {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::${aws:username}/*","Condition":{
                "StringEquals":{"aws:PrincipalTag/team":"red"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""");
        String question = question(USER + "alice", "s3:GetObject", "arn:aws:s3:::alice/k");

        assertThat(visitor.signed("explain", question, ADMINISTRATOR, Samples.NOW)
                        .body())
                .contains("\"decision\":\"implicitDeny\"");
        assertThat(visitor.signed(
                                "explain",
                                question.replace("}", ",\"context\":{\"aws:SourceIp\":[\"10.1.2.3\"]}}"),
                                ADMINISTRATOR,
                                Samples.NOW)
                        .body())
                .contains("\"decision\":\"allowed\"");
    }

    @Test
    void rolesTheirSessionsGroupsAndRootAreExplainedToo() throws Exception {
        iam("CreateRole&RoleName=app&AssumeRolePolicyDocument=" + trusting(USER + "alice"));
        inline("Role", "app", allow("s3:*", "*"));
        iam("CreateGroup&GroupName=readers");
        inline("Group", "readers", allow("s3:*", "*"));
        String role = "arn:aws:iam::123456789012:role/app";

        assertThat(explain(role, "s3:GetObject", "*")).contains("\"allowed\"", "{\"kind\":\"role\",\"name\":\"app\"");
        assertThat(explain("arn:aws:sts::123456789012:assumed-role/app/one", "s3:GetObject", "*"))
                .contains("\"allowed\"", "{\"kind\":\"session\",\"name\":\"one\"");
        assertThat(explain("arn:aws:iam::123456789012:group/readers", "s3:GetObject", "*"))
                .contains("\"allowed\"", "{\"kind\":\"group\",\"name\":\"readers\"");
        assertThat(explain("arn:aws:iam::123456789012:root", "s3:GetObject", "*"))
                .contains("\"allowed\"", "The root user needs no policy");

        assertThat(explain(USER + "alice", "sts:AssumeRole", role))
                .contains("\"allowed\"", "The trust policy of the role allows it");
        inline("User", "alice", allow("sts:AssumeRole", "*"));
        assertThat(explain(USER + "alice", "sts:AssumeRole", role))
                .contains("\"allowed\"", "{\"name\":\"trust policy\",\"decision\":\"allowed\"}");
        assertThat(explain(USER + "Administrator", "sts:AssumeRole", role))
                .contains("\"implicitDeny\"", "because no role trust policy allows");
        assertThat(explain(USER + "alice", "sts:AssumeRole", role + "2")).contains("\"implicitDeny\"");
        iam("UpdateAssumeRolePolicy&RoleName=app&PolicyDocument=" + trusting("123456789012"));
        assertThat(explain("arn:aws:iam::123456789012:root", "sts:AssumeRole", role))
                .contains("\"implicitDeny\"", "Roles may not be assumed by root accounts.");
    }

    @Test
    void explanationsAgreeWithTheGate() throws Exception {
        inline("User", "alice", allow("iam:Get*", USER + "${aws:username}"));
        Keys alice = keysOf("alice");
        for (String[] asked : new String[][] {
            {"iam:GetUser", "GetUser", "alice"},
            {"iam:GetUser", "GetUser&UserName=Administrator", "Administrator"},
            {"iam:ListAccessKeys", "ListAccessKeys", "alice"}
        }) {
            String body = "Action=" + asked[1] + "&Version=2010-05-08";
            boolean isAllowed = Samples.call(server.endpoint(), Samples.NOW, alice.id(), alice.secret(), "iam", body)
                    .startsWith("HTTP/1.1 200 ");
            assertThat(explain(USER + "alice", asked[0], USER + asked[2]).contains("\"decision\":\"allowed\""))
                    .as("%s", asked[1])
                    .isEqualTo(isAllowed);
        }
    }

    @Test
    void namesThatAreScriptsAreData() throws Exception {
        inline(
                "User",
                "alice",
                "{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":"
                        + "\"arn:aws:s3:::<script>alert(1)</script>\"}");

        HttpResponse<String> answer = visitor.signed(
                "explain",
                question(USER + "alice", "s3:GetObject", "arn:aws:s3:::<script>alert(1)</script>"),
                ADMINISTRATOR,
                Samples.NOW);
        assertThat(answer.body()).contains("\"allowed\"", "<script>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void explainingNeedsTheRightToSimulateThePrincipalsPolicies() throws Exception {
        Keys alice = keysOf("alice");
        String own = question(USER + "alice", "s3:GetObject", "*");
        HttpResponse<String> denied = visitor.signed("explain", own, alice, Samples.NOW);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body())
                .contains("\"code\":\"AccessDenied\"", "iam:SimulatePrincipalPolicy on resource: " + USER + "alice");

        inline("User", "alice", allow("iam:SimulatePrincipalPolicy", USER + "alice"));
        assertThat(visitor.signed("explain", own, alice, Samples.NOW).statusCode())
                .isEqualTo(200);
        assertThat(visitor.signed("explain", question(USER + "Administrator", "s3:GetObject", "*"), alice, Samples.NOW)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.signed(
                                "explain",
                                question("arn:aws:iam::123456789012:root", "s3:GetObject", "*"),
                                alice,
                                Samples.NOW)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.signed("who-can", "{\"action\":\"s3:GetObject\",\"resource\":\"*\"}", alice, Samples.NOW)
                        .statusCode())
                .isEqualTo(403);
        server.close();
        try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
            assertThat(Files.readString(
                            files.filter(Files::isRegularFile).findFirst().orElseThrow()))
                    .contains("\"eventName\":\"SimulatePrincipalPolicy\"", "\"errorCode\":\"AccessDenied\"")
                    .contains("\"policySourceArn\":\"*\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/nobody, s3:GetObject, *, 404, NoSuchEntity",
        "arn:aws:iam::210987654321:user/alice, s3:GetObject, *, 400, InvalidInput",
        "alice, s3:GetObject, *, 400, InvalidInput",
        "arn:aws:iam::123456789012:user/alice, GetObject, *, 400, InvalidInput",
        "arn:aws:iam::123456789012:user/alice, s3:Get*, *, 400, InvalidInput",
        "arn:aws:iam::123456789012:user/alice, s3:GetObject, bucket, 400, InvalidInput"
    })
    void oddQuestionIsRefused(String principal, String action, String resource, int status, String code) {
        HttpResponse<String> answer =
                visitor.signed("explain", question(principal, action, resource), ADMINISTRATOR, Samples.NOW);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
