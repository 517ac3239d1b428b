package io.claviger.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Keycloak on this machine, over TLS, which keeps what it knows in memory: with the realm of {@code
 * keycloak-realm.json}, whose people have the password {@value #PASSWORD}.
 */
final class Keycloak implements AutoCloseable {

    /** Everybody's. */
    static final String PASSWORD = "correct horse";

    private static final Path HOME = Commands.module().resolve("keycloak");
    private static final String REALM_FILE = "keycloak-realm.json";
    private static final String ADMINISTRATOR = "admin";

    /** The first start of an installation builds it for its options, and takes a minute on a busy machine. */
    private static final int PATIENCE_SECONDS = 300;

    private static final Pattern RESPONSE = Pattern.compile("name=\"SAMLResponse\" value=\"([^\"]+)\"");

    private final Process process;
    private final Certificates certificates;
    private final String url;
    private final JsonMapper json = new JsonMapper();

    private Keycloak(Process process, Certificates certificates, String url) {
        this.process = process;
        this.certificates = certificates;
        this.url = url;
    }

    /** Whether {@code scripts/install-clients} has installed it. */
    static boolean isThere() {
        return Files.isExecutable(HOME.resolve("bin/kc.sh"));
    }

    /** Starts one with its log in the directory. */
    static Keycloak start(Path directory, Certificates certificates) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String url = "https://localhost:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-enabled=false",
                "--http-host=127.0.0.1",
                "--https-port=" + port,
                "--hostname=" + url,
                "--https-certificate-file=" + certificates.certificate(),
                "--https-certificate-key-file=" + certificates.privateKey());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD));
        Path log = directory.resolve("keycloak.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Keycloak keycloak = new Keycloak(process, certificates, url);
        try {
            keycloak.awaitReadiness();
            keycloak.makeRealm();
        } catch (Exception | AssertionError e) {
            keycloak.close();
            throw new AssertionError("Keycloak did not start; it said:\n" + Files.readString(log), e);
        }
        return keycloak;
    }

    private void awaitReadiness() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("it is not ready");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean answers() {
        try (FormVisitor visitor = visitor()) {
            return visitor.get(url + "/realms/master").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void makeRealm() throws IOException {
        Map<String, String> administrator = Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", ADMINISTRATOR, "password", PASSWORD);
        String token = token("master", administrator).get("access_token").asString();
        try (FormVisitor visitor = visitor();
                InputStream realm = Keycloak.class.getResourceAsStream(REALM_FILE)) {
            HttpResponse<String> answer = visitor.sent(HttpRequest.newBuilder(URI.create(url + "/admin/realms"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            Objects.requireNonNull(realm).readAllBytes())));
            if (answer.statusCode() != 201) {
                throw new AssertionError(answer.body());
            }
        }
    }

    /** Where it is: {@code https://localhost:PORT}. */
    String url() {
        return url;
    }

    /** The issuer of its tokens. */
    String issuer() {
        return url + "/realms/staff";
    }

    /** The same as ARNs and condition keys have it. */
    String name() {
        return issuer().substring("https://".length());
    }

    /** A service's token, for its client's secret. */
    String tokenOfService(String client) {
        Map<String, String> secret =
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client + "-secret");
        return token("staff", secret).get("access_token").asString();
    }

    /** What a person gets for their password: {@code id_token}, {@code refresh_token} and others. */
    JsonNode tokensOfPerson(String user) {
        return token(
                "staff",
                Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        "cli",
                        "username",
                        user,
                        "password",
                        PASSWORD));
    }

    /** Ends the person's session there. */
    void signOut(JsonNode tokens) {
        Map<String, String> form = Map.of(
                "client_id", "cli", "refresh_token", tokens.get("refresh_token").asString());
        try (FormVisitor visitor = visitor()) {
            HttpResponse<String> answer = visitor.post(issuer() + "/protocol/openid-connect/logout", form);
            if (answer.statusCode() != 204) {
                throw new AssertionError(answer.body());
            }
        }
    }

    private JsonNode token(String realm, Map<String, String> form) {
        try (FormVisitor visitor = visitor()) {
            HttpResponse<String> answer =
                    visitor.post(url + "/realms/" + realm + "/protocol/openid-connect/token", form);
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return json.readTree(answer.body());
        }
    }

    /** What a token says of somebody. */
    JsonNode claims(String token) {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** The response in base 64 that somebody's browser is given for AWS, once they have signed in. */
    String samlResponse(String user) {
        try (FormVisitor visitor = visitor()) {
            String page = visitor.get(issuer() + "/protocol/saml/clients/aws").body();
            return FormVisitor.found(RESPONSE, signedIn(visitor, page, user).body());
        }
    }

    /** What comes after somebody has filled in the page that asks who they are. */
    static HttpResponse<String> signedIn(FormVisitor visitor, String page, String user) {
        return visitor.submit(page, Map.of("username", user, "password", PASSWORD));
    }

    /** Somebody who trusts this Keycloak. */
    FormVisitor visitor() {
        return FormVisitor.trusting(certificates);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
