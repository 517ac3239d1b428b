package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.credentials.ConnectionParameters;
import io.claviger.cmdlets.credentials.CredentialCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsClient;

/** One client for the same keys, region and server, however many objects come. */
class ClientReuseTest {

    @TempDir
    private Path home;

    private final Set<AwsClient> clients = new HashSet<>();
    private final List<AwsClient> inOrder = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A cmdlet that connects as those of a service do, and calls nobody. */
    private Cmdlet connecting() {
        return Cmdlet.of(
                CmdletDescription.of("Connect-Test", "test", "Connects.")
                        .withTypeName("ConnectTest")
                        .withParameters(ConnectionParameters.all()),
                (Arguments arguments, CmdletContext context) -> {
                    Connection connection = Connection.of(arguments, context, "IAM", false);
                    connection.credentials().resolveCredentials();
                    AwsClient client = context.session()
                            .part(Clients.class, Clients::new)
                            .of(AwsService.IAM, connection, context.session());
                    clients.add(client);
                    inOrder.add(client);
                });
    }

    private int run(Map<String, String> environment, String... lines) {
        StreamConsole console = new StreamConsole(
                120,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        int exit = 0;
        try (Session session = new Session(
                console,
                List.of(
                        CoreCmdlets.source(),
                        CredentialCmdlets.source(),
                        new ServiceCmdlets(),
                        new CmdletList(List.of(connecting()))),
                environment,
                home,
                home,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            for (String line : lines) {
                exit = session.run(line);
            }
        }
        return exit;
    }

    private void profiles() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), """
                [keys]
                aws_access_key_id = A
                aws_secret_access_key = s
                [program]
                credential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s"}'
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| Connect-Test -AccessKey A -SecretKey s",
                "| Connect-Test -AccessKey A -SecretKey s -SessionToken t",
                "| Connect-Test -ProfileName keys",
                "| Connect-Test -ProfileName keys -ProfileLocation .aws/credentials",
                "| Connect-Test -ProfileName program",
                "$c = New-AWSCredential -AccessKey A -SecretKey s | Connect-Test -Credential $c",
                "$c = New-AWSCredential -ProfileName keys | Connect-Test -Credential $c",
                "$c = [pscustomobject]@{ AccessKeyId = 'A'; SecretAccessKey = 's'; SessionToken = 't' }"
                        + " | Connect-Test -Credential $c",
                "Set-AWSCredential -AccessKey A -SecretKey s | Connect-Test",
                "$env:AWS_ACCESS_KEY_ID = 'A'; $env:AWS_SECRET_ACCESS_KEY = 's' | Connect-Test",
                "$env:AWS_PROFILE = 'keys' | Connect-Test",
                "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '<url>' | Connect-Test",
            })
    void aThousandObjectsShareOneClient(String before, String line) throws IOException {
        profiles();
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] keys = "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(run(
                            new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true")),
                            before == null ? "$x = 1" : before.replace("<url>", url),
                            "1..1000 | ForEach-Object { " + line + " -EndpointUrl http://127.0.0.1:1 }",
                            line + " -EndpointUrl http://127.0.0.1:1"))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            server.stop(0);
        }
        assertThat(inOrder).hasSize(1001);
        assertThat(clients).hasSize(1);
        assertThat(asked).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void whateverDiffersHasAClientOfItsOwn() throws IOException {
        profiles();
        run(
                new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true")),
                "Connect-Test -AccessKey A -SecretKey s",
                "Connect-Test -AccessKey A -SecretKey other",
                "Connect-Test -AccessKey A -SecretKey s -SessionToken t",
                "Connect-Test -AccessKey A -SecretKey s -Region eu-west-1",
                "Connect-Test -AccessKey A -SecretKey s -EndpointUrl http://127.0.0.1:1",
                "$env:AWS_CA_BUNDLE = 'x'; Connect-Test -AccessKey A -SecretKey s -EndpointUrl http://127.0.0.1:1",
                "$env:AWS_MAX_ATTEMPTS = '2'; Connect-Test -AccessKey A -SecretKey s -EndpointUrl http://127.0.0.1:1");
        assertThat(inOrder).as(err.toString(StandardCharsets.UTF_8)).hasSize(7);
        assertThat(clients).hasSize(7);
    }

    /** An outer cmdlet of a pipeline goes on with its client, however many servers the inner ones call. */
    @Test
    void aClientThatIsUsedAgainAndAgainStaysThoughOthersCome() {
        run(
                new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true")),
                "1..40 | ForEach-Object { Connect-Test -AccessKey A -SecretKey s -Region eu-west-1;"
                        + " Connect-Test -AccessKey \"A$_\" -SecretKey s }");
        assertThat(inOrder).as(err.toString(StandardCharsets.UTF_8)).hasSize(80);
        for (int at = 0; at < 80; at += 2) {
            assertThat(inOrder.get(at)).as("%d", at).isSameAs(inOrder.getFirst());
        }
    }
}
