package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.claviger.cmdlets.credentials.CredentialCmdlets;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import io.claviger.powershell.shell.Suggestions;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names that the Tab key offers are those of the account whose keys are chosen. */
class ServerNamesTest {

    @TempDir
    private Path home;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private Session session;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.incrementAndGet();
            String key = exchange.getRequestHeaders()
                    .getFirst("Authorization")
                    .replaceFirst(".*Credential=([^/]*)/.*", "$1");
            boolean more = key.equals("MANY") && !request.contains("Marker=second");
            byte[] answer = ("<ListUsersResponse><ListUsersResult><Users><member><UserName>"
                            + (key.equals("MANY") && !more ? "behind-" : "of-") + key
                            + "</UserName></member></Users><IsTruncated>" + more + "</IsTruncated>"
                            + (more ? "<Marker>second</Marker>" : "") + "</ListUsersResult></ListUsersResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        session = new Session(
                new StreamConsole(120, new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, false),
                List.of(CredentialCmdlets.source(), new ServiceCmdlets()),
                new HashMap<>(Map.of(
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort())),
                home,
                home,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        session.close();
        server.stop(0);
    }

    private List<String> offered(String line) {
        return Suggestions.at(session.state(), line, line.length()).candidates();
    }

    @Test
    void otherKeysHaveOtherNamesAndTheSameOnesAreAskedForOnce() {
        session.run("Set-AWSCredential -AccessKey A -SecretKey s");
        assertThat(offered("Get-IAMUser -UserName ")).containsExactly("of-A");
        assertThat(offered("Get-IAMUser -UserName of")).containsExactly("of-A");
        assertThat(asked).hasValue(1);
        session.run("Set-AWSCredential -AccessKey B -SecretKey s");
        assertThat(offered("Get-IAMUser -UserName ")).containsExactly("of-B");
        session.run("Clear-AWSCredential; $env:AWS_ACCESS_KEY_ID = 'C'; $env:AWS_SECRET_ACCESS_KEY = 's'");
        assertThat(offered("Get-IAMUser -UserName ")).containsExactly("of-C");
        assertThat(offered("Get-IAMUser -AccessKey D -SecretKey s -UserName ")).containsExactly("of-D");
        assertThat(asked).hasValue(4);
    }

    @Test
    void namesBehindTheFirstPageAreOfferedToo() {
        session.run("Set-AWSCredential -AccessKey MANY -SecretKey s");
        assertThat(offered("Get-IAMUser -UserName ")).containsExactly("of-MANY", "behind-MANY");
        assertThat(offered("Get-IAMUser -UserName b")).containsExactly("behind-MANY");
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyIsAskedForADevicesCodeAndNoKeysAreNoError() throws IOException {
        assertThat(offered("Get-IAMUser -UserName ")).isEmpty();
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile base]
                aws_access_key_id = A
                aws_secret_access_key = s
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = base
                mfa_serial = arn:aws:iam::123456789012:mfa/m
                """);
        assertThat(offered("Get-IAMUser -ProfileName role -UserName ")).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is one of sh")
    void noProgramIsRunForKeysButThoseThatItHandedOverAreUsed() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile program]
                credential_process = echo x >> ran; echo '{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s"}'
                """);
        assertThat(offered("Get-IAMUser -ProfileName program -UserName ")).isEmpty();
        assertThat(home.resolve("ran")).doesNotExist();
        assertThat(asked).hasValue(0);
        session.run("Get-IAMUser -ProfileName program");
        assertThat(offered("Get-IAMUser -ProfileName program -UserName ")).containsExactly("of-P");
        session.run("$env:ANY = 'a program sees it'");
        assertThat(offered("Get-IAMRole -ProfileName program -RoleName ")).isEmpty();
        assertThat(home.resolve("ran")).hasContent("x");
    }
}
