package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all places in which keys can be, the first in the order counts. */
class SearchOrderTest {

    /** A place for keys: what puts keys there, and what a command adds to look there. */
    enum Source {
        PARAMETERS("", " -AccessKey AKIAPARAMETERS -SecretKey s"),
        NAMED_PROFILE("", " -ProfileName named"),
        OBJECT("$c = New-AWSCredential -AccessKey AKIAOBJECT -SecretKey s", " -Credential $c"),
        SESSION("Set-AWSCredential -AccessKey AKIASESSION -SecretKey s", ""),
        ENVIRONMENT("$env:AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT'; $env:AWS_SECRET_ACCESS_KEY = 's'", ""),
        CHOSEN_PROFILE("$env:AWS_PROFILE = 'chosen'", ""),
        DEFAULT_PROFILE("Set-AWSCredential -AccessKey AKIADEFAULT -SecretKey s -StoreAs default", ""),
        ENVIRONMENTS_ROLE(
                "$env:AWS_ROLE_ARN = 'arn:aws:iam::123456789012:role/r';"
                        + " $env:AWS_WEB_IDENTITY_TOKEN_FILE = '<home>/.aws/token'",
                ""),
        CONTAINER("$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '<keys>/container'", ""),
        MACHINE("$env:AWS_EC2_METADATA_SERVICE_ENDPOINT = '<keys>'", "");

        private final String line;
        private final String parameters;

        Source(String line, String parameters) {
            this.line = line;
            this.parameters = parameters;
        }

        /** The key that signs when this place is the first. */
        String key() {
            return switch (this) {
                case NAMED_PROFILE -> "AKIANAMED";
                case CHOSEN_PROFILE -> "AKIACHOSEN";
                case DEFAULT_PROFILE -> "AKIADEFAULT";
                case ENVIRONMENTS_ROLE -> "ASIAOFTHEROLE";
                default -> "AKIA" + name();
            };
        }
    }

    @TempDir
    private Path home;

    private TestSession desk;
    private HttpServer keys;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        desk.environment.clear();
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.write("token", "header.body.signature");
        desk.write("config", """
                [profile named]
                aws_access_key_id = AKIANAMED
                aws_secret_access_key = s
                [profile chosen]
                aws_access_key_id = AKIACHOSEN
                aws_secret_access_key = s
                """);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String key = path.equals("/container") ? "AKIACONTAINER" : "AKIAMACHINE";
            String answer = path.endsWith("/token") || path.endsWith("/security-credentials/")
                    ? "text"
                    : "{\"AccessKeyId\":\"" + key + "\",\"SecretAccessKey\":\"s\"}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        keys.start();
    }

    @AfterEach
    void close() {
        desk.close();
        keys.stop(0);
    }

    private String signer(List<Source> sources) {
        StringBuilder command = new StringBuilder("Get-IAMUser");
        List<String> lines = new ArrayList<>();
        for (Source source : sources) {
            lines.add(source.line
                    .replace("<home>", home.toString())
                    .replace("<keys>", "http://127.0.0.1:" + keys.getAddress().getPort()));
            command.append(source.parameters);
        }
        lines.add(command.toString());
        assertThat(desk.run(lines.toArray(String[]::new))).as(desk.err()).isZero();
        assertThat(desk.calls.getLast().action()).isEqualTo("GetUser");
        return desk.calls.getLast().key();
    }

    static Stream<Source> sources() {
        return Stream.of(Source.values());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void alone(Source source) {
        assertThat(signer(List.of(source))).isEqualTo(source.key());
    }

    static Stream<List<Source>> neighbours() {
        return IntStream.range(1, Source.values().length)
                .mapToObj(at -> List.of(Source.values()[at], Source.values()[at - 1]));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void theOneBeforeCounts(List<Source> neighbours) {
        assertThat(signer(neighbours)).isEqualTo(neighbours.getLast().key());
    }

    /** All that come behind it are there too. */
    @ParameterizedTest
    @MethodSource("sources")
    void theFirstOfAllThatFollowCounts(Source first) {
        List<Source> all = List.of(Source.values());
        assertThat(signer(all.subList(all.indexOf(first), all.size()))).isEqualTo(first.key());
    }

    /** What was named and is not there, or is only half there, is no reason to take other keys. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-IAMUser -ProfileName nobody",
                "Get-IAMUser -ProfileName named -ProfileLocation nowhere",
                "Get-IAMUser -AccessKey AKIAHALF",
                "$env:AWS_PROFILE = 'nobody'; Get-IAMUser",
                "Set-AWSCredential -ProfileName named; Remove-AWSCredentialProfile named -Force;"
                        + " Get-IAMUser -ProfileName named"
            })
    void nothingElseIsTakenForWhatIsMissing(String line) throws IOException {
        desk.write("credentials", "[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n");
        assertThat(desk.run(line)).isOne();
        assertThat(desk.calls).isEmpty();
    }
}
