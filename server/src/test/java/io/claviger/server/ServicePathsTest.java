package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that one party signs and another one sends on, as Vault, OpenBao, Consul and Kubernetes' authenticator for AWS
 * do: the signature is over what its maker saw, the host and the path, and not over where the request arrives.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/auth/aws#iam-auth-method">Vault, IAM auth method</a>
 * @see <a href="https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster">
 *     aws-iam-authenticator, tokens</a>
 */
class ServicePathsTest {

    private static final String IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String ADMINISTRATOR = "arn:aws:iam::123456789012:user/Administrator";

    private final RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()));

    @AfterEach
    void stop() {
        server.close();
    }

    private static Signer signer(String service) {
        return Signer.of(Samples.KEY_ID, SigningSecret.of(Samples.SECRET), "us-east-1", service);
    }

    private static HttpRequest signed(String service, String path, String body, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new Header("Content-Type", FORM));
        return signer(service).sign(new HttpRequest("POST", path, "", all, body.getBytes(UTF_8)), Samples.NOW);
    }

    private String send(HttpRequest request, String path, Header... unsigned) throws IOException {
        StringBuilder text = new StringBuilder(request.method() + " " + path
                + (request.query().isEmpty() ? "" : "?" + request.query()) + " HTTP/1.1\r\n");
        for (Header header : request.headers()) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        for (Header header : unsigned) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return Wire.exchange(
                server.endpoint(),
                text + "Content-Length: " + request.body().length + "\r\nConnection: close\r\n\r\n"
                        + new String(request.body(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "sts, /, Action=GetCallerIdentity&Version=2011-06-15",
        "sts, /sts, Action=GetCallerIdentity&Version=2011-06-15",
        "sts, /sts/, Action=GetCallerIdentity&Version=2011-06-15",
        "iam, /iam, Action=GetUser&Version=2010-05-08",
        "iam, /iam/, Action=GetUser&Version=2010-05-08"
    })
    void servicesAreAtTheRootAndUnderTheirOwnPaths(String service, String path, String body) throws Exception {
        HttpRequest request =
                signed(service, path, body, new Header("Host", server.endpoint().getAuthority()));
        assertThat(send(request, path)).startsWith("HTTP/1.1 200 ").contains(ADMINISTRATOR);
    }

    @Test
    void pathIsPartOfWhatIsSigned() throws Exception {
        HttpRequest request = signed("sts", "/sts/", IDENTITY, new Header("Host", "sts.example.com"));
        assertThat(send(request, "/sts/")).startsWith("HTTP/1.1 200 ");
        for (String other : List.of("/", "/sts", "/iam/")) {
            assertThat(send(request, other)).as(other).contains("SignatureDoesNotMatch");
        }
        for (String none : List.of("/sts/x", "/sts//", "/STS/", "/st", "/%73ts/")) {
            assertThat(send(request, none)).as(none).startsWith("HTTP/1.1 404 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Vault-AWS-IAM-Server-ID", "X-Consul-AWS-IAM-ServerID", "X-Other-Server"})
    void callThatIsSentOnWithItsSignedHeadersAndHostIsAnswered(String header) throws Exception {
        HttpRequest request = signed(
                "sts",
                "/",
                IDENTITY,
                new Header("Host", "sts.us-east-1.amazonaws.com"),
                new Header(header, "vault.example.com"));

        // Vault puts a slash between its endpoint and the path that was signed; Consul does not.
        for (String path : List.of("//", "/")) {
            assertThat(send(request, path, new Header("User-Agent", "Go-http-client/1.1")))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
                    .contains("<Arn>" + ADMINISTRATOR + "</Arn>")
                    .contains("<Account>123456789012</Account>");
        }
    }

    @Test
    void callThatIsSentOnWithAnotherHostOrAnotherServerIdIsRefused() throws Exception {
        HttpRequest request = signed(
                "sts",
                "/",
                IDENTITY,
                new Header("Host", "sts.amazonaws.com"),
                new Header("X-Vault-AWS-IAM-Server-ID", "vault.example.com"));
        for (Header other : List.of(
                new Header("Host", server.endpoint().getAuthority()),
                new Header("X-Vault-AWS-IAM-Server-ID", "other.example.com"))) {
            List<Header> headers = request.headers().stream()
                    .map(header -> header.name().equals(other.name()) ? other : header)
                    .toList();
            HttpRequest changed =
                    new HttpRequest(request.method(), request.path(), request.query(), headers, request.body());
            assertThat(send(changed, "//")).contains("SignatureDoesNotMatch");
        }
    }

    @Test
    void callWithItsActionInTheUrlIsAnsweredAsVaultSendsItOn() throws Exception {
        HttpRequest request = signer("sts")
                .sign(
                        new HttpRequest(
                                "GET",
                                "/",
                                IDENTITY,
                                List.of(
                                        new Header("Host", "sts.amazonaws.com"),
                                        new Header("X-Vault-AWS-IAM-Server-ID", "bao.example.com")),
                                new byte[0]),
                        Samples.NOW);
        assertThat(send(request, "//")).startsWith("HTTP/1.1 200 ").contains(ADMINISTRATOR);
    }

    @Test
    void tokenOfAKubernetesClusterIsAPresignedCallThatTheClusterSends() throws Exception {
        Header cluster = new Header("x-k8s-aws-id", "my-cluster");
        HttpRequest url = signer("sts")
                .presign(
                        new HttpRequest(
                                "GET",
                                "/",
                                IDENTITY,
                                List.of(new Header("Host", "sts.eu-central-1.amazonaws.com"), cluster),
                                new byte[0]),
                        Samples.NOW,
                        Duration.ofSeconds(60));

        assertThat(send(url, "/", new Header("Accept", "application/json")))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Type: application/json\r\n")
                .contains("{\"GetCallerIdentityResponse\":{\"GetCallerIdentityResult\":{\"Account\":\"123456789012\","
                        + "\"Arn\":\"" + ADMINISTRATOR + "\"");
        HttpRequest ofAnother = new HttpRequest(
                "GET",
                "/",
                url.query(),
                List.of(url.headers().getFirst(), new Header("x-k8s-aws-id", "other-cluster")),
                new byte[0]);
        assertThat(send(ofAnother, "/")).contains("SignatureDoesNotMatch");
    }
}
