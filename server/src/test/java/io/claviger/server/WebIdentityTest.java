package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.http.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssumeRoleWithWebIdentity on the wire: nobody signs it, and the token is nowhere written down. */
class WebIdentityTest {

    private static final String ROLE = Cluster.ROLE;

    @TempDir
    Path directory;

    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new Cluster(directory, "");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private String post(String body) throws Exception {
        URI endpoint = cluster.server().endpoint();
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                        + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String call(String token) {
        return "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=web&RoleArn="
                + Samples.encoded(ROLE) + "&WebIdentityToken=" + Samples.encoded(token);
    }

    @Test
    void nobodySignsItAndAuditNamesWhomTheProviderVouchesFor() throws Exception {
        String token = cluster.token();
        assertThat(post(call(token)))
                .startsWith("HTTP/1.1 200 ")
                .contains("<AssumeRoleWithWebIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
                .contains("<SubjectFromWebIdentityToken>system:serviceaccount:app:web</SubjectFromWebIdentityToken>")
                .contains("<Audience>sts.amazonaws.com</Audience>")
                .contains("<Provider>arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster</Provider>")
                .contains("<Arn>arn:aws:sts::123456789012:assumed-role/pod/web</Arn>");
        assertThat(cluster.audit("audit"))
                .singleElement()
                .asString()
                .contains("\"userIdentity\":{\"type\":\"WebIdentityUser\",\"principalId\":"
                        + "\"issuer.example/cluster:sts.amazonaws.com:system:serviceaccount:app:web\","
                        + "\"userName\":\"system:serviceaccount:app:web\",\"identityProvider\":"
                        + "\"arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster\"}")
                .contains("\"eventName\":\"AssumeRoleWithWebIdentity\"")
                .contains("\"roleSessionName\":\"web\"")
                .contains("\"readOnly\":")
                .doesNotContain(token);
    }

    @Test
    void aSignatureMakesNoDifferenceAndTheQueryServesToo() throws Exception {
        assertThat(cluster.signed("sts", call(cluster.token()))).startsWith("HTTP/1.1 200 ");
        assertThat(Wire.exchange(cluster.server().endpoint(), Wire.request("GET /?" + call(cluster.token()))))
                .startsWith("HTTP/1.1 200 ");
        assertThat(Samples.call(
                        cluster.server().endpoint(),
                        Samples.NOW,
                        Samples.KEY_ID,
                        "wrong",
                        "sts",
                        call(cluster.token())))
                .startsWith("HTTP/1.1 403 ")
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void aRefusalHasAwssStatusAndIsNotedAsUnverified() throws Exception {
        String damaged = cluster.token().substring(0, cluster.token().length() - 8) + "AAAAAAAA";
        assertThat(post(call(damaged)))
                .startsWith("HTTP/1.1 400 ")
                .contains("<Code>InvalidIdentityToken</Code>")
                .contains("<Message>Token signature invalid</Message>");
        assertThat(post(call(cluster.token()).replace("role%2Fpod", "role%2Fother")))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>AccessDenied</Code>")
                .contains("<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>");
        assertThat(post(call("abc")))
                .startsWith("HTTP/1.1 400 ")
                .contains("ValidationError")
                .contains("webIdentityToken");
        assertThat(cluster.audit("audit/unverified"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"type\":\"Unknown\"")
                        .contains("InvalidIdentityToken")
                        .doesNotContain(damaged));
        assertThat(cluster.audit("audit"))
                .singleElement()
                .asString()
                .contains("\"type\":\"WebIdentityUser\"")
                .contains("AccessDenied");
    }

    @Test
    void nothingElseGoesWithoutASignature() throws Exception {
        for (String body : List.of(
                "Action=GetCallerIdentity&Version=2011-06-15",
                "Action=AssumeRole&Version=2011-06-15&RoleSessionName=web&RoleArn=" + Samples.encoded(ROLE),
                call(cluster.token()).replace("2011-06-15", "2010-05-08"),
                call(cluster.token()).replace("AssumeRoleWithWebIdentity", "assumerolewithwebidentity"),
                call(cluster.token()).replace("Action=", "Action=GetCallerIdentity&Action="),
                "")) {
            assertThat(post(body)).as(body).startsWith("HTTP/1.1 403 ").contains("MissingAuthenticationToken");
        }
    }
}
