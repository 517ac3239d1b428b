package io.claviger.cmdlets.aws;

import com.sun.net.httpserver.HttpServer;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A service on the loopback interface, and a session that calls it. */
abstract class AnsweringService {

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> signatures = new CopyOnWriteArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    String refusal = "<ErrorResponse><Error><Type>Sender</Type><Code>LimitExceeded</Code><Message>Cannot exceed"
            + " quota for AccessKeysPerUser: 2</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    int refusalStatus = 409;

    @TempDir
    Path home;

    HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body);
            signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean fails = body.contains("Action=CreateAccessKey") && body.contains("UserName=full");
            byte[] answer = answer(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(fails ? refusalStatus : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        environment.put(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        environment.put("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    String answer(String body) {
        if (body.contains("Action=CreateAccessKey")) {
            return body.contains("UserName=full")
                    ? refusal
                    : "<CreateAccessKeyResponse><CreateAccessKeyResult><AccessKey><UserName>alice</UserName>"
                            + "<AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><Status>Active</Status>"
                            + "<SecretAccessKey>wJalr</SecretAccessKey><CreateDate>2019-09-04T12:46:18Z</CreateDate>"
                            + "</AccessKey></CreateAccessKeyResult></CreateAccessKeyResponse>";
        }
        if (body.contains("Action=ListUsers")) {
            int page = body.contains("Marker=p1") ? 1 : body.contains("Marker=p2") ? 2 : 0;
            return "<ListUsersResponse><ListUsersResult><Users><member><UserName>u" + page
                    + "</UserName></member></Users>"
                    + (page < 2 ? "<IsTruncated>true</IsTruncated><Marker>p" + (page + 1) + "</Marker>" : "")
                    + "</ListUsersResult></ListUsersResponse>";
        }
        return "<R/>";
    }

    int run(String line) {
        StreamConsole console = new StreamConsole(
                120,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        try (Session session = new Session(
                console,
                List.of(CoreCmdlets.source(), new ServiceCmdlets()),
                environment,
                home,
                home,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            return session.run(line);
        }
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
