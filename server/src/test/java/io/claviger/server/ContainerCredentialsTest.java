package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.http.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials for containers: a token in a header, credentials of a role in the form that SDKs read. */
class ContainerCredentialsTest {

    private static final String ROLE = Cluster.ROLE;
    private static final String CONDITION =
            "\"Condition\":{\"StringLike\":{\"issuer.example/cluster:sub\":\"system:serviceaccount:app:*\"}}";

    @TempDir
    Path directory;

    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new Cluster(directory, CONDITION);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private String get(String query, String... headers) throws Exception {
        return Wire.exchange(cluster.server().endpoint(), Wire.request("GET /v1/credentials" + query, headers));
    }

    private String authorization() throws Exception {
        return "Authorization: " + cluster.token();
    }

    private static String refusal(String code, String message) {
        return "\r\n\r\n{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"Code\":\"" + code
                + "\",\"Message\":\"" + message + "\"}";
    }

    @Test
    void tokenInTheHeaderGivesCredentialsInTheFormOfContainers() throws Exception {
        assertThat(get("?role=" + ROLE, authorization()))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Type: application/json\r\n", "Cache-Control: no-store\r\n", "x-amzn-RequestId: ")
                .containsPattern("\r\n\r\n\\{\"AccessKeyId\":\"ASIA[A-Z0-9]{16}\","
                        + "\"SecretAccessKey\":\"[A-Za-z0-9+/]{40,60}\",\"Token\":\"[^\"]{100,}\","
                        + "\"Expiration\":\"2026-11-22T11:00:00Z\",\"AccountId\":\"123456789012\"}$");
    }

    @Test
    void theCredentialsAreThoseOfTheRole() throws Exception {
        String answer = get("?role=" + ROLE, authorization());
        Visitor.Keys keys = new Visitor.Keys(
                member(answer, "AccessKeyId"), member(answer, "SecretAccessKey"), member(answer, "Token"));
        assertThat(Samples.call(
                        cluster.server().endpoint(),
                        Samples.NOW,
                        keys,
                        "sts",
                        "Action=GetCallerIdentity&Version=2011-06-15"))
                .contains("<Arn>arn:aws:sts::123456789012:assumed-role/pod/app-web</Arn>");
    }

    private static String member(String answer, String name) {
        int start = answer.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return answer.substring(start, answer.indexOf('"', start));
    }

    @Test
    void theQueryMayBeEncodedAndNameSessionAndDuration() throws Exception {
        String answer = get(
                "?role=" + Samples.encoded(ROLE) + "&duration=900&session=night%40work",
                "authorization: bearer " + cluster.token());
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"Expiration\":\"2026-11-22T10:15:00Z\"");
        assertThat(cluster.audit("audit")).singleElement().asString().contains("\"roleSessionName\":\"night@work\"");
    }

    @Test
    void auditSeesACallOfAssumeRoleWithWebIdentity() throws Exception {
        String token = cluster.token();
        get("?role=" + ROLE, "Authorization: " + token, "User-Agent: aws-sdk");
        assertThat(cluster.audit("audit"))
                .singleElement()
                .asString()
                .contains("\"type\":\"WebIdentityUser\"", "\"userName\":\"system:serviceaccount:app:web\"")
                .contains("\"roleArn\":\"" + ROLE + "\"", "\"userAgent\":\"aws-sdk\"")
                .doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "system:serviceaccount:app:web, app-web",
        "system:serviceaccount:app:a.b_c, app-a.b_c",
        "system:serviceaccount:app:0123456789012345678901234567890123456789012345678901234567890123456789, "
                + "app-012345678901234567890123456789012345678901234567890123456789"
    })
    void sessionIsNamedAfterTheServiceAccount(String subject, String session) throws Exception {
        assertThat(get("?role=" + ROLE, "Authorization: " + cluster.token(claims -> claims.subject(subject))))
                .startsWith("HTTP/1.1 200 ");
        assertThat(cluster.audit("audit"))
                .singleElement()
                .asString()
                .contains("\"roleSessionName\":\"" + session + "\"");
    }

    @ParameterizedTest
    @CsvSource({"project_path:group/app:ref:main, project_path-group-app-ref-main", "é, container"})
    void sessionOfOtherIssuersIsNamedAfterTheSubjectInItsOwnCharacters(String subject, String session)
            throws Exception {
        assertThat(get("?role=" + ROLE, "Authorization: " + cluster.token(claims -> claims.subject(subject))))
                .startsWith("HTTP/1.1 403 ");
        assertThat(cluster.audit("audit"))
                .singleElement()
                .asString()
                .contains("\"roleSessionName\":\"" + session + "\"");
    }

    @Test
    void whatTheTrustPolicyDoesNotAllowIsDenied() throws Exception {
        String denied = refusal("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
        assertThat(get(
                        "?role=" + ROLE,
                        "Authorization: " + cluster.token(claims -> claims.subject("system:serviceaccount:other:web"))))
                .startsWith("HTTP/1.1 403 ")
                .endsWith(denied);
        assertThat(get("?role=" + ROLE + "none", authorization()))
                .startsWith("HTTP/1.1 403 ")
                .endsWith(denied);
    }

    @Test
    void tokensThatProveNothingAreRefusedAsStsRefusesThem() throws Exception {
        assertThat(get(
                        "?role=" + ROLE,
                        "Authorization: "
                                + cluster.token(claims -> claims.expirationTime(
                                                Date.from(Samples.NOW.minus(Duration.ofHours(1))))
                                        .issueTime(Date.from(Samples.NOW.minus(Duration.ofHours(2)))))))
                .startsWith("HTTP/1.1 400 ")
                .contains("{\"code\":\"ExpiredTokenException\",\"message\":\"Token expired: ");
        assertThat(get("?role=" + ROLE, authorization().replaceAll(".{8}$", "AAAAAAAA")))
                .startsWith("HTTP/1.1 400 ")
                .endsWith(refusal("InvalidIdentityToken", "Token signature invalid"));
        assertThat(get("?role=" + ROLE, "Authorization: secret"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith(
                        refusal(
                                "InvalidIdentityToken",
                                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"));
        assertThat(get(
                        "?role=" + ROLE,
                        "Authorization: " + cluster.token(claims -> claims.audience("kubernetes.default.svc"))))
                .startsWith("HTTP/1.1 400 ")
                .endsWith(refusal("InvalidIdentityToken", "Incorrect token audience"));
        assertThat(cluster.audit("audit/unverified")).hasSize(4).noneMatch(line -> line.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: ", "Authorization: Bearer "})
    void requestWithoutATokenIsOneThatNobodySigned(String header) throws Exception {
        assertThat(header.isEmpty() ? get("?role=" + ROLE) : get("?role=" + ROLE, header))
                .startsWith("HTTP/1.1 403 ")
                .endsWith(refusal("MissingAuthenticationToken", "Request is missing Authentication Token"));
    }

    @Test
    void aSignatureIsNoToken() throws Exception {
        assertThat(get(
                        "?role=" + ROLE,
                        "Authorization: AWS4-HMAC-SHA256 Credential=" + Samples.KEY_ID
                                + "/20261122/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"InvalidIdentityToken\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 400 | ValidationError | Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
                "?role= | 400 | ValidationError | at 'roleArn' failed to satisfy constraint",
                "?role=pod | 400 | ValidationError | at 'roleArn' failed to satisfy constraint",
                "?role=arn:aws:iam::123456789012:user/pod | 400 | ValidationError | user/pod is invalid",
                "?role=ROLE&duration=1 | 400 | ValidationError | Value '1' at 'durationSeconds'",
                "?role=ROLE&duration=43200 | 400 | ValidationError | exceeds the MaxSessionDuration set for this role",
                "?role=ROLE&duration=long | 400 | MalformedInput | integer must follow xsd1.1 definition",
                "?role=ROLE&session=a%20b | 400 | ValidationError | at 'roleSessionName' failed to satisfy",
                "?role=ROLE&minutes=15 | 400 | ValidationError | The query takes role, session and duration.",
                "?role=ROLE&Action=ListUsers | 400 | ValidationError | The query takes role, session and duration.",
                "?role=ROLE&role=ROLE | 404 | MalformedQueryString | The parameter role is given twice.",
                "?role=%zz | 404 | MalformedQueryString | "
            })
    void queryThatAsksForNothingIsRefused(String query, int status, String code, String message) throws Exception {
        assertThat(get(query == null ? "" : query.replace("ROLE", ROLE), authorization()))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("{\"code\":\"" + code + "\"", message == null ? "" : message);
    }

    @Test
    void itIsOnlyLookedAt() throws Exception {
        assertThat(Wire.exchange(
                        cluster.server().endpoint(),
                        Wire.request("POST /v1/credentials?role=" + ROLE, authorization(), "Content-Length: 0")))
                .startsWith("HTTP/1.1 405 ");
    }
}
