package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost credentials are replaced by someone at the machine. */
class RecoverTest extends UpkeepGround {

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out.toString(UTF_8));
        assertThat(matcher.find()).as("%s in %s", pattern, out).isTrue();
        return matcher.group(1);
    }

    private List<String> audited() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data().resolve("audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void rootsPasswordIsMadeOrTaken() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(run(NOTHING, "recover", "--data", data().toString()))
                .as(this::err)
                .isZero();
        String made = found("password: +(\\S{24})");
        assertThat(audited())
                .singleElement()
                .asString()
                .contains(
                        "\"type\":\"Root\"",
                        "\"eventName\":\"PasswordRecoveryCompleted\"",
                        "\"responseElements\":{\"PasswordRecoveryCompleted\":\"Success\"}",
                        "\"userAgent\":\"claviger recover\"")
                .doesNotContain(made, "argon2");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), made)).isEqualTo(200);
            assertThat(signIn(server.endpoint(), Samples.PASSWORD)).isEqualTo(403);
            assertThat(run(NOTHING, "recover", "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("in use by another Claviger");
        }
        Map<String, String> given = Map.of(Variables.ROOT_PASSWORD, "another horse");
        assertThat(run(given, "recover", "--data", data().toString())).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("another horse");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), "another horse")).isEqualTo(200);
        }
    }

    @Test
    void deviceOfTheRootUserIsTakenAwayWithThePassword() throws Exception {
        try (RunningServer server = start(data(), Optional.empty())) {
            URI endpoint = server.endpoint();
            Authenticator phone = Authenticator.from(
                    call(endpoint, "Action=CreateVirtualMFADevice&VirtualMFADeviceName=phone&Version=2010-05-08"));
            Matcher root = Pattern.compile(
                            "\"AccessKeyId\":\"(.+?)\",\"SecretAccessKey\":\"(.+?)\",\"SessionToken\":\"(.+?)\"")
                    .matcher(signedIn(endpoint, Samples.PASSWORD));
            assertThat(root.find()).isTrue();
            String body =
                    "Action=EnableMFADevice&UserName=root&SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fphone"
                            + "&AuthenticationCode1=" + phone.code(Samples.NOW.minusSeconds(30))
                            + "&AuthenticationCode2="
                            + phone.code(Samples.NOW) + "&Version=2010-05-08";
            String signed = new Signing(root.group(1), root.group(2), "us-east-1")
                            .headers("iam", endpoint.getAuthority(), body, Samples.NOW)
                    + "X-Amz-Security-Token: " + root.group(3) + "\r\n";
            assertThat(Wire.exchange(
                            endpoint,
                            "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n" + signed + "Content-Length: "
                                    + body.length() + "\r\nConnection: close\r\n\r\n" + body))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(signedIn(endpoint, Samples.PASSWORD)).contains("\"MFACodeNeeded\"");
        }
        assertThat(run(Map.of(Variables.ROOT_PASSWORD, "another horse"), "recover", "--data", data().toString()))
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), "another horse")).isEqualTo(200);
        }
    }

    @Test
    void passkeyOfTheRootUserIsTakenAwayWithThePassword() throws Exception {
        try (RunningServer server = start(data(), Optional.empty())) {
            String origin = "http://localhost:" + server.endpoint().getPort();
            try (Visitor browser = new Visitor(URI.create(origin))) {
                browser.post(
                        "sign-in",
                        "{\"account\":\"" + Samples.ACCOUNT + "\",\"password\":\"" + Samples.PASSWORD + "\"}");
                String made = new SoftwareAuthenticator("localhost", origin)
                        .attestation(browser.post("passkeys/options", "{}").body());
                browser.post("passkeys/register", "{\"deviceName\":\"key\",\"credential\":" + made + "}");
            }
            assertThat(signedIn(server.endpoint(), Samples.PASSWORD)).contains("\"PasskeyNeeded\"");
        }
        assertThat(run(Map.of(Variables.ROOT_PASSWORD, "another horse"), "recover", "--data", data().toString()))
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), "another horse")).isEqualTo(200);
        }
    }

    private static String signedIn(URI endpoint, String password) throws IOException {
        String form = "AccountId=" + Samples.ACCOUNT + "&UserName=root&Password=" + password.replace(' ', '+');
        return Wire.exchange(endpoint, Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    @Test
    void accessKeyIsMadeForAUserWhoHasRoomForIt() throws Exception {
        start(data(), Optional.empty()).close();
        String[] recover = {"recover", "--data", data().toString(), "--access-key-of", "administrator"};
        assertThat(run(NOTHING, recover)).as(this::err).isZero();
        String id = found("AWS_ACCESS_KEY_ID=(AKIA\\S{16})");
        String secret = found("AWS_SECRET_ACCESS_KEY=(\\S{40})");
        assertThat(audited())
                .singleElement()
                .asString()
                .contains("\"eventName\":\"CreateAccessKey\"", "\"userName\":\"Administrator\"", id)
                .doesNotContain(secret);
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(Samples.call(server.endpoint(), Samples.NOW, id, secret, "sts", CALLER))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(run(NOTHING, recover)).isEqualTo(1);
        assertThat(err()).contains("has 2 access keys");
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--access-key-of", "nobody"))
                .isEqualTo(1);
        assertThat(err()).contains("there is no user nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "audit"})
    void whatIsNotHandedOverOrNotAuditedIsNotDone(String closed) throws Exception {
        start(data(), Optional.empty()).close();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        Path audit = Files.createFile(directory.resolve("file"));
        boolean isOutput = closed.equals("output");
        assertThat(run(
                        isOutput ? full : out,
                        NOTHING,
                        "recover",
                        "--data",
                        data().toString(),
                        "--audit-dir",
                        (isOutput ? directory.resolve("audit") : audit).toString()))
                .isEqualTo(1);
        assertThat(err()).contains(isOutput ? "nothing was changed" : "is not a directory");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), Samples.PASSWORD)).isEqualTo(200);
        }
    }

    @Test
    void directoryWithoutADatabaseIsLeftAlone() {
        for (String command : List.of("recover", "reseal")) {
            assertThat(run(NOTHING, command, "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("there is no database in " + data());
            assertThat(run(NOTHING, command, "--data", ":memory:")).isEqualTo(2);
        }
        assertThat(data()).doesNotExist();
    }
}
