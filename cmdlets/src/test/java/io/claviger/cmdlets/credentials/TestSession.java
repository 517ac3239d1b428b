package io.claviger.cmdlets.credentials;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.claviger.cmdlets.aws.DiscoveryCmdlets;
import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A session in a home of its own, and a server that writes down who called what. */
final class TestSession implements AutoCloseable {

    /** A call that came, signed by a key or by nobody. */
    record Call(String path, String body, String key, String region, String token) {

        String action() {
            return body.replaceFirst("(?:.*&)?Action=([^&]*).*", "$1");
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final Path home;

    private final CmdletSource more;
    private final HttpServer server;
    private volatile @Nullable Session running;
    private String input = "";
    private String out = "";
    private String err = "";

    TestSession(Path home) throws IOException {
        this(home, new CmdletList(List.of()));
    }

    /** A session that has more cmdlets. */
    TestSession(Path home, CmdletSource more) throws IOException {
        this.home = home;
        this.more = more;
        Files.createDirectories(home.resolve(".aws"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Path credentials() {
        return home.resolve(".aws/credentials");
    }

    void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(".aws").resolve(file), text.replace("<url>", url()));
    }

    void type(String typed) {
        input = typed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        calls.add(new Call(
                exchange.getRequestURI().getPath(),
                body,
                signature.replaceFirst(".*Credential=([^/]*)/.*", "$1"),
                signature.replaceFirst(".*Credential=[^/]*/[0-9]*/([^/]*)/.*", "$1"),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"))
                        .orElse("")));
        String action = calls.getLast().action();
        byte[] bytes = answer(action).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String answer(String action) {
        if (action.startsWith("Assume") || action.equals("GetSessionToken")) {
            return "<" + action + "Response><" + action + "Result><Credentials><AccessKeyId>ASIAOFTHEROLE</AccessKeyId>"
                    + "<SecretAccessKey>rolesecret</SecretAccessKey><SessionToken>roletoken</SessionToken>"
                    + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></" + action + "Result></" + action
                    + "Response>";
        }
        if (action.equals("CreateAccessKey")) {
            return "<CreateAccessKeyResponse><CreateAccessKeyResult><AccessKey><UserName>alice</UserName>"
                    + "<AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><Status>Active</Status>"
                    + "<SecretAccessKey>wJalr</SecretAccessKey></AccessKey></CreateAccessKeyResult>"
                    + "</CreateAccessKeyResponse>";
        }
        return "<" + action + "Response><" + action + "Result></" + action + "Result></" + action + "Response>";
    }

    /** Stops what runs. */
    void stop() {
        Session session = running;
        if (session != null) {
            session.stop();
        }
    }

    /** Runs lines in one session. */
    int run(String... lines) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream wrong = new ByteArrayOutputStream();
        StreamConsole console = new StreamConsole(
                120,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(wrong, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        int exit = 0;
        try (Session session = new Session(
                console,
                List.of(
                        CoreCmdlets.source(),
                        CredentialCmdlets.source(),
                        DiscoveryCmdlets.source(),
                        new ServiceCmdlets(),
                        more),
                environment,
                home,
                home,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            running = session;
            for (String line : lines) {
                exit = session.run(line);
            }
        }
        out = printed.toString(StandardCharsets.UTF_8);
        err = wrong.toString(StandardCharsets.UTF_8);
        return exit;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
