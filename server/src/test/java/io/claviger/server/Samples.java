package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.Quotas;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.audit.AuditDirectory;
import io.claviger.server.audit.Retention;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.console.Console;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server to try things on, and its administrator. */
final class Samples {

    static final String ACCOUNT = "123456789012";
    static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static final String PASSWORD = "correct horse";
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    /** A server on a free port of this machine. */
    static RunningServer start(Settings settings) {
        return start(settings, () -> NOW);
    }

    /** The same, with a clock. */
    static RunningServer start(Settings settings, InstantSource clock) {
        return RunningServer.start(
                new ListenerSettings("127.0.0.1", 0, null, false), settings, clock, _ -> FirstStart.Recipient.NOBODY);
    }

    static Settings settings(DataLocation data, Optional<Path> audit) {
        return settings(data, audit, Optional.empty(), null);
    }

    /** The same, with an address of the root user. */
    static Settings settings(DataLocation data, Optional<Path> audit, Optional<String> rootEmail) {
        return settings(data, audit, rootEmail, null);
    }

    /** The same, with a name for the server in its audit trail. */
    static Settings settings(DataLocation data, Optional<Path> audit, String node) {
        return settings(data, audit, Optional.empty(), node);
    }

    /** The same settings with other issuers of tokens, and another console. */
    static Settings with(Settings usual, OpenIdConnect.Settings openIdConnect, Console.Settings console) {
        return new Settings(
                usual.data(),
                usual.regions(),
                usual.quotas(),
                usual.cached(),
                usual.metrics(),
                usual.audit(),
                usual.firstStart(),
                usual.publicUrl(),
                openIdConnect,
                console,
                usual.encodedDenials());
    }

    private static Settings settings(
            DataLocation data, Optional<Path> audit, Optional<String> rootEmail, @Nullable String node) {
        return new Settings(
                data,
                List.of("us-east-1"),
                Quotas.AWS,
                100,
                true,
                audit.map(directory -> new AuditDirectory.Settings(
                        directory,
                        new Retention(1L << 30, Retention.FOREVER),
                        new Retention(1L << 30, Retention.FOREVER),
                        node)),
                new FirstStart.Given(
                        Optional.of(ACCOUNT),
                        Optional.of(new GivenKey(KEY_ID, SECRET)),
                        Optional.of(PASSWORD),
                        rootEmail));
    }

    /** What the server answers to a call signed with temporary credentials. */
    static String call(URI endpoint, Instant now, Visitor.Keys keys, String service, String body)
            throws IOException, GeneralSecurityException {
        String signed =
                new Signing(keys.id(), keys.secret(), "us-east-1").headers(service, endpoint.getAuthority(), body, now);
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n" + signed + "X-Amz-Security-Token: "
                        + keys.token() + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
                        + body);
    }

    /** What the server answers to a call signed with a key, status line and all. */
    static String call(URI endpoint, Instant now, String keyId, String secret, String service, String body)
            throws IOException, GeneralSecurityException {
        String signed = new Signing(keyId, secret, "us-east-1").headers(service, endpoint.getAuthority(), body, now);
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n" + signed + "Content-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** What IAM answers to the administrator, who succeeds. The call is a form without its version, such as ListUsers. */
    static String iam(URI endpoint, Instant now, String call) throws IOException, GeneralSecurityException {
        String answer = call(endpoint, now, KEY_ID, SECRET, "iam", "Action=" + call + "&Version=2010-05-08");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return answer;
    }

    /** A value as it stands in a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The lines of all files of an audit trail about an event. */
    static List<String> audited(Path directory, String event) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .filter(line -> line.contains("\"eventName\":\"" + event + "\""))
                .toList();
    }
}
