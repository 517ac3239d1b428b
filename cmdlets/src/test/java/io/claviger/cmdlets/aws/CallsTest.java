package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.claviger.powershell.core.CoreCmdlets;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines run against a server that answers by the book. */
class CallsTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String refusal = "<ErrorResponse><Error><Type>Sender</Type><Code>LimitExceeded</Code><Message>Cannot exceed"
            + " quota for AccessKeysPerUser: 2</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    private int refusalStatus = 409;

    @TempDir
    private Path home;

    private HttpServer server;

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

    private String answer(String body) {
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

    private int run(String line) {
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

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyWithoutItsSecretIsRefusedAndNoOtherKeySigns() {
        assertThat(run("Get-IAMUser -AccessKey AKIAGIVEN")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("-AccessKey is given without -SecretKey.");
        assertThat(requests).isEmpty();
    }

    @Test
    void aNewKeyGoesOnToAnotherCmdlet() {
        assertThat(run("New-IAMAccessKey -UserName alice | Remove-IAMAccessKey -Force"))
                .isZero();
        assertThat(requests).hasSize(2);
    }

    @Test
    void aNewKeyIsPrintedAsThePageShowsIt() {
        assertThat(run("New-IAMAccessKey -UserName alice")).isZero();
        assertThat(printed()).isEqualTo("""

                AccessKeyId     : AKIAIOSFODNN7EXAMPLE
                CreateDate      : 9/4/2019 12:46:18 PM
                SecretAccessKey : wJalr
                Status          : Active
                UserName        : alice

                """);
    }

    @Test
    void aRefusalIsTheServicesSentence() {
        assertThat(run("New-IAMAccessKey -UserName full")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("New-IAMAccessKey: Cannot exceed quota for AccessKeysPerUser: 2");
        run("try { New-IAMAccessKey -UserName full } catch { $_.FullyQualifiedErrorId }");
        assertThat(printed())
                .contains("Amazon.IdentityManagement.Model.LimitExceededException,"
                        + "Amazon.PowerShell.Cmdlets.IAM.NewIAMAccessKeyCmdlet");
    }

    @Test
    void aRefusalTellsItsCodeStatusAndRequest() {
        run("try { New-IAMAccessKey -UserName full } catch { $e = $_.Exception.InnerException; $e.ErrorCode;"
                + " $e.StatusCode; [int]$e.StatusCode; $e.RequestId; $e.ErrorType; $e.Message;"
                + " $_.CategoryInfo.ToString() }");
        assertThat(printed()).isEqualTo("""
                LimitExceeded
                Conflict
                409
                1
                Sender
                Cannot exceed quota for AccessKeysPerUser: 2
                InvalidOperation: (Amazon.PowerShe...AccessKeyCmdlet:NewIAMAccessKeyCmdlet) [New-IAMAccessKey], \
                InvalidOperationException
                """);
    }

    /** The service says whose fault an error is; where it does not, its status does. */
    @ParameterizedTest
    @CsvSource({
        "400, <Type>Sender</Type>, Sender",
        "400, <Type>Receiver</Type>, Receiver",
        "500, <Type>Sender</Type>, Sender",
        "500, <Type> receiver </Type>, Receiver",
        "400, <Type>Neither</Type>, Unknown",
        "400, <Type><Type>Receiver</Type></Type>, Sender",
        "400, , Sender",
        "501, , Receiver"
    })
    void whoseFaultAnErrorIsTheServiceSays(int status, @Nullable String type, String shown) {
        environment.put("AWS_MAX_ATTEMPTS", "1");
        refusal = "<ErrorResponse><Type>Receiver</Type><Error>" + (type == null ? "" : type)
                + "<Code>Odd</Code><Message>m</Message></Error><RequestId>1</RequestId></ErrorResponse>";
        refusalStatus = status;
        run("try { New-IAMAccessKey -UserName full } catch { $_.Exception.InnerException.ErrorType }");
        assertThat(printed()).isEqualTo(shown + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon.IdentityManagement.Model.LimitExceededException",
                "Amazon.IdentityManagement.AmazonIdentityManagementServiceException",
                "Amazon.Runtime.AmazonServiceException",
                "System.InvalidOperationException",
                "InvalidOperationException",
                "System.Exception",
                "Exception"
            })
    void aRefusalIsCaughtByItsTypeAndByThoseThatItExtends(String type) {
        run("try { New-IAMAccessKey -UserName full } catch [Amazon.IdentityManagement.Model.NoSuchEntityException] {"
                + " 'other' } catch [" + type + "] { 'caught' } catch { 'rest' }");
        assertThat(printed()).isEqualTo("caught\n");
    }

    @Test
    void nullForWhatIsRequiredIsWarnedOfAndGoesToTheService() {
        run("Get-IAMAccessKeyLastUsed -AccessKeyId $null; New-IAMAccessKey -UserName $null -Select AccessKey.Status");
        assertThat(printed()).startsWith("""
                WARNING: You are passing $null as a value for parameter AccessKeyId which is marked as required. In case you \
                believe this parameter was incorrectly marked as required, report this by opening an issue at \
                https://github.com/aws/aws-tools-for-powershell/issues.
                """).endsWith("Active\n").containsOnlyOnce("WARNING");
        assertThat(requests).hasSize(2);
    }

    @Test
    void pagesAreFetchedUntilTheLast() {
        run("(Get-IAMUserList).UserName");
        assertThat(printed()).isEqualTo("u0\nu1\nu2\n");
        assertThat(requests).hasSize(3);
    }

    @Test
    void nobodyFetchesAPageThatNobodyWants() {
        run("Get-IAMUserList | Select-Object -First 2 -ExpandProperty UserName");
        assertThat(printed()).isEqualTo("u0\nu1\n");
        assertThat(requests).hasSize(2);
    }

    @Test
    void pagesAreFetchedOnThoughManyOtherClientsAreOpenedMeanwhile() {
        run("Get-IAMUserList | ForEach-Object { $_.UserName; foreach ($i in 1..40) {"
                + " Get-IAMUser -AccessKey \"A$i\" -SecretKey s } }");
        assertThat(printed()).isEqualTo("u0\nu1\nu2\n");
        assertThat(requests).hasSize(123);
    }

    @Test
    void aMarkerOrASwitchStopsAtOnePage() {
        run("(Get-IAMUserList -NoAutoIteration).UserName; (Get-IAMUserList -Marker p1).UserName");
        assertThat(printed()).isEqualTo("u0\nu1\n");
    }

    @Test
    void selectionsWriteWhatTheyName() {
        run("New-IAMAccessKey -UserName alice -Select AccessKey.Status; New-IAMAccessKey alice -Select ^username;"
                + " (New-IAMAccessKey alice -Select *).AccessKey.UserName; Remove-IAMAccessKey -AccessKeyId AK -Force");
        assertThat(printed()).isEqualTo("Active\nalice\nalice\n");
        assertThat(run("New-IAMAccessKey -Select Nothing")).isOne();
        assertThat(requests).hasSize(4);
    }

    @Test
    void keysAreFoundInTheOrderOfAwsTools() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), """
                [default]
                aws_access_key_id = AKIADEFAULT
                aws_secret_access_key = a
                [work]
                aws_access_key_id = AKIAWORK
                aws_secret_access_key = b
                region = eu-central-1
                """);
        run("Get-IAMUser -AccessKey AKIAGIVEN -SecretKey x");
        run("Get-IAMUser -ProfileName work");
        run("Get-IAMUser");
        environment.remove("AWS_ACCESS_KEY_ID");
        run("Get-IAMUser");
        environment.put("AWS_PROFILE", "work");
        run("Get-IAMUser");
        assertThat(signatures)
                .extracting(
                        one -> one.replaceAll(".*Credential=([^,]*),.*", "$1").replaceAll("/\\d+/", "/"))
                .containsExactly(
                        "AKIAGIVEN/us-east-1/iam/aws4_request",
                        "AKIAWORK/eu-central-1/iam/aws4_request",
                        "AKIAENVIRONMENT/us-east-1/iam/aws4_request",
                        "AKIADEFAULT/us-east-1/iam/aws4_request",
                        "AKIAWORK/eu-central-1/iam/aws4_request");
        assertThat(run("Get-IAMUser -ProfileName missing")).isOne();
        assertThat(signatures).hasSize(5);
    }
}
