package io.claviger.cmdlets.credentials;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server for keys on the loopback interface, and a session that asks it. */
abstract class AnsweringMachine {

    static final String KEYS = """
            {"Code":"Success","AccessKeyId":"ASIAOFTHEMACHINE","SecretAccessKey":"s","Token":"machinetoken",\
            "Expiration":"2099-01-01T00:00:00Z","Nested":{"AccessKeyId":"no"}}""";

    static final String OTHER_KEYS = KEYS.replace("MACHINE", "OTHER");

    @TempDir
    Path home;

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile String keys = KEYS;
    volatile int status = 200;
    TestSession desk;
    HttpServer server;
    String url = "";

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.remove("AWS_EC2_METADATA_DISABLED");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        desk.close();
        server.stop(0);
    }

    void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " " + header(exchange, "Authorization")
                + header(exchange, "X-aws-ec2-metadata-token")
                + header(exchange, "X-aws-ec2-metadata-token-ttl-seconds"));
        String text = switch (path) {
            case "/latest/api/token" -> "token-of-the-machine";
            case "/latest/meta-data/iam/security-credentials/" -> "the-role";
            case "/other" -> OTHER_KEYS;
            default -> keys;
        };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "/other");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    List<String> signers() {
        return desk.calls.stream().map(TestSession.Call::key).distinct().toList();
    }
}
