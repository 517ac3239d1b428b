package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Certificates;
import io.claviger.clients.Program;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when the server is not there, is somebody else, or cannot be trusted. */
class FailuresTest {

    @TempDir
    private Path home = Path.of("");

    private Typist.Shown typed(URI endpoint, String line) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id(),
                "AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret()));
        try (Prompt prompt = new Prompt(environment, home)) {
            return prompt.type(line);
        }
    }

    @Test
    void aServerThatDoesNotListenCannotBeReached() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        assertThat(typed(nobody, "Get-IAMUser"))
                .isEqualTo(
                        new Typist.Shown("", "Get-IAMUser: " + nobody + " cannot be reached: Connection refused\n", 1));
    }

    @Test
    void anUnknownNameCannotBeReached() {
        assertThat(typed(URI.create("http://nobody.invalid:7080"), "Get-IAMUser"))
                .isEqualTo(new Typist.Shown(
                        "", "Get-IAMUser: http://nobody.invalid:7080 cannot be reached: its name is not known\n", 1));
    }

    @Test
    void aCertificateThatNoAuthoritySignedIsNotTrusted() throws Exception {
        try (Program program = Program.start(home, Optional.of(Certificates.in(home)))) {
            Typist.Shown shown = typed(program.endpoint(), "Get-IAMUser");
            assertThat(shown)
                    .isEqualTo(new Typist.Shown(
                            "",
                            "Get-IAMUser: " + program.endpoint()
                                    + " is not trusted: no authority that is trusted here has signed its certificate."
                                    + " AWS_CA_BUNDLE, or ca_bundle in the profile, names a file of those that are"
                                    + " trusted instead\n",
                            1));
        }
    }

    @Test
    void aServerOfHttpsCannotBeReachedByHttp() throws Exception {
        try (Program program = Program.start(home, Optional.of(Certificates.in(home)))) {
            URI plain = URI.create(program.endpoint().toString().replace("https", "http"));
            Typist.Shown shown = typed(plain, "Get-IAMUser");
            assertThat(shown.exit()).isOne();
            assertThat(shown.err())
                    .startsWith("Get-IAMUser: " + plain + " cannot be reached: ")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html><body>It works!</body></html>",
        "200, text/plain, ok",
        "404, text/html, <html><body>Not found</body></html>",
        "404, application/json, {}",
        "502, text/html, <html><body><h1>Bad gateway</h1><hr></body></html>",
    })
    void aServerThatDoesNotAnswerAsIamIsReportedWithItsStatus(int status, String type, String answer)
            throws IOException {
        try (Listener web = new Listener(status, type, answer)) {
            assertThat(typed(web.endpoint(), "Get-IAMUser"))
                    .isEqualTo(new Typist.Shown(
                            "",
                            "Get-IAMUser: " + web.endpoint() + " does not answer as IAM does: status " + status + "\n",
                            1));
        }
    }

    @Test
    void nothingIsDeletedByAPageThatSaysHello() throws IOException {
        try (Listener web = new Listener(200, "text/html", "<html><body>Hello</body></html>")) {
            assertThat(typed(web.endpoint(), "Remove-IAMUser alice -Force").exit())
                    .isOne();
        }
    }

    @Test
    void errorsOfTheWireHaveTypesThatScriptsCatch() throws IOException {
        try (Listener web = new Listener(404, "text/html", "<html></html>")) {
            assertThat(typed(
                                    web.endpoint(),
                                    "try { Get-IAMUser } catch [System.InvalidOperationException]"
                                            + " { $_.FullyQualifiedErrorId }")
                            .out())
                    .isEqualTo(
                            "Amazon.Runtime.AmazonUnmarshallingException,Amazon.PowerShell.Cmdlets.IAM.GetIAMUserCmdlet\n");
        }
    }
}
