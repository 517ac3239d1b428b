package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of containers and of EC2's machines, from a server that hands them over as those of AWS do. */
class MachineKeysTest {

    private static final String KEYS = """
            {"Code":"Success","AccessKeyId":"ASIAOFTHEMACHINE","SecretAccessKey":"s","Token":"machinetoken",\
            "Expiration":"2099-01-01T00:00:00Z","Nested":{"AccessKeyId":"no"}}""";

    private static final String OTHER_KEYS = KEYS.replace("MACHINE", "OTHER");

    @TempDir
    private Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String keys = KEYS;
    private volatile int status = 200;
    private Desk desk;
    private HttpServer server;
    private String url = "";

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(home);
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

    private void answer(HttpExchange exchange) throws IOException {
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

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private List<String> signers() {
        return desk.calls.stream().map(Desk.Call::key).distinct().toList();
    }

    @Test
    void aContainersKeysAreAskedForOnceForAllObjectsAndCommands() {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/v1/credentials?x=y");
        desk.environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer abc");
        assertThat(desk.run("1..50 | ForEach-Object { \"u$_\" } | Get-IAMUser", "Get-IAMUser"))
                .as(desk.err())
                .isZero();
        assertThat(asked).containsExactly("GET /v1/credentials?x=y Bearer abc");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
        assertThat(desk.calls).hasSize(51).allMatch(call -> call.token().equals("machinetoken"));
    }

    @Test
    void whatTheSessionsEnvironmentSaysCountsFromTheNextCommandOn() throws IOException {
        desk.write("token", "Bearer of-the-file\n");
        assertThat(desk.run(
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '" + url + "/one'",
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = '" + home.resolve(".aws/token") + "'",
                        "Get-IAMUser",
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '" + url + "/other'",
                        "Get-IAMUser",
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = ''",
                        "$env:AWS_EC2_METADATA_SERVICE_ENDPOINT = '" + url + "'",
                        "Get-IAMUser",
                        "$env:AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT'; $env:AWS_SECRET_ACCESS_KEY = 's'",
                        "Get-IAMUser"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(Desk.Call::key)
                .containsExactly("ASIAOFTHEMACHINE", "ASIAOFTHEOTHER", "ASIAOFTHEMACHINE", "AKIAENVIRONMENT");
        assertThat(asked.getFirst()).isEqualTo("GET /one Bearer of-the-file");
    }

    @Test
    void aRelativeAddressIsTheContainerServices() {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/uuid");
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/other");
        desk.environment.put("AWS_CONTAINER_SERVICE_ENDPOINT", url);
        assertThat(desk.run("Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked).containsExactly("GET /v2/credentials/uuid ");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
    }

    @Test
    void aMachinesKeysAreAskedForWithATokenOfTheSession() {
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url + "/");
        assertThat(desk.run("'a', 'b' | Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked)
                .containsExactly(
                        "PUT /latest/api/token 21600",
                        "GET /latest/meta-data/iam/security-credentials/ token-of-the-machine",
                        "GET /latest/meta-data/iam/security-credentials/the-role token-of-the-machine");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@other.example.com/keys", ".example.com/keys", "v2/credentials"})
    void aRelativeAddressNamesNoOtherServer(String relative) {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", relative);
        desk.run("Get-STSCallerIdentity");
        assertThat(desk.err()).contains("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a slash.");
    }

    @ParameterizedTest
    @CsvSource({"TRUE", "true"})
    void aMachinesKeysAreNotAskedForWhereThatIsSwitchedOff(String value) {
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url);
        desk.environment.put("AWS_EC2_METADATA_DISABLED", value);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("No credentials specified or obtained from persisted/shell defaults.");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoleMayBeAssumedWithTheMachinesKeys() throws IOException {
        desk.write("config", """
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                [profile machine]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = Ec2InstanceMetadata
                """);
        assertThat(desk.run("Get-IAMUser -ProfileName container")).isOne();
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/other");
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url);
        assertThat(desk.run(
                        "'a', 'b' | Get-IAMUser -ProfileName container", "'a', 'b' | Get-IAMUser -ProfileName machine"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(call -> call.action() + " " + call.key())
                .containsExactly(
                        "AssumeRole ASIAOFTHEOTHER",
                        "GetUser ASIAOFTHEROLE",
                        "GetUser ASIAOFTHEROLE",
                        "AssumeRole ASIAOFTHEMACHINE",
                        "GetUser ASIAOFTHEROLE",
                        "GetUser ASIAOFTHEROLE");
    }

    @Test
    void aRoleIsAssumedAnewWhereTheMachineIsShownAnotherToken() throws IOException {
        desk.write("config", """
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                """);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run(
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'a'",
                        "Get-IAMUser -ProfileName container",
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'b'",
                        "Get-IAMUser -ProfileName container"))
                .as(desk.err())
                .isZero();
        assertThat(asked).containsExactly("GET /one a", "GET /one b");
    }

    @Test
    void keysThatHaveEndedAreAskedForAgain() {
        keys = KEYS.replace("2099-01-01", "1969-12-31");
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser", "Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/x | neither https nor",
                "http://169.254.170.2.example.com | neither https nor",
                "http://10.0.0.1/x | neither https nor",
                "http://127.0.0.1.example.com/x | neither https nor",
                "http://user@169.254.170.2@example.com/x | address",
                "file:///etc/passwd | address",
                "http:/// | address",
                "one two | address"
            })
    void keysComeFromTheContainersOwnMachineOrByTls(String address, String reason) {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", reason);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials");
        desk.environment.put("AWS_CONTAINER_SERVICE_ENDPOINT", address);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("AWS_CONTAINER_SERVICE_ENDPOINT", reason);
        assertThat(desk.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {} | answers with status 404",
                "307 | {} | answers with status 307",
                "503 | {} | answers with status 503",
                "200 | {\"AccessKeyId\":\"AKIASECRET\"} | without AccessKeyId and SecretAccessKey",
                "200 | {\"AccessKeyId\":\"AKIASECRET\",\"SecretAccessKey\": | is no JSON",
                "200 | [] | is no JSON",
                "200 | <html> | is no JSON",
                "200 | {\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"S\",\"Expiration\":\"soon\"} | Expiration"
            })
    void anAnswerThatBringsNoKeysIsToldWithoutRepeatingIt(int code, String answer, String reason) {
        status = code;
        keys = answer;
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("Get-IAMUser: ", url + "/one", reason).doesNotContain("AKIASECRET");
        assertThat(desk.calls).isEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(3).noneMatch(line -> line.contains("/other"));
    }

    @Test
    void nobodyAtTheAddressIsTold() {
        server.stop(0);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains(url + "/one", "cannot be reached");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        keys = "{\"AccessKeyId\":\"" + "A".repeat(1 << 20);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("longer than");
    }
}
