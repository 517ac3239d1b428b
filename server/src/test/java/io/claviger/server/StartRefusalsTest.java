package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRefusalsTest extends Started {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void addressThatOthersReachWantsTlsOrTheWordThatAProxyProvidesIt(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isEqualTo(2);
        assertThat(err()).contains("--tls-cert", "--behind-tls-proxy");
        assertThat(Path.of(data())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 70000 | 0 to 65535",
                "--port seven | --port",
                "--users-per-account 0 | --users-per-account must be",
                "--cached -1 | --cached must be",
                "--region us_east | not a region's name",
                "--region any --region eu-central-1 | goes with no other",
                "--audit-size 0 | --audit-size must be",
                "--public-url iam.example.com | is not the URL of a server, such as https://iam.example.com",
                "--public-url https://iam.example.com/?x | is not the URL of a server, such as",
                "--public-url ftp://iam.example.com | is not the URL of a server, such as",
                "--public-url http://iam.example.com | it begins with https",
                "--audit-days none | --audit-days must be",
                "--oidc-addresses private | --oidc-addresses must be one of public, any",
                "--oidc-keys keys.json | is not an https URL, =, and a file",
                "--oidc-keys http://issuer.example=keys.json | is not an https URL, =, and a file",
                "--oidc-keys https://issuer.example= | is not an https URL, =, and a file",
                "--oidc-keys https://issuer.example=none.json | none.json cannot be used as a JSON Web Key Set",
                "--oidc-keys https://a.example=1 --oidc-keys https://a.example=2 | gives https://a.example two files",
                "--prot 80 | did you mean --port?",
                "--tls-crt some.pem | did you mean --tls-cert?",
                "--audit-dri=x | did you mean --audit-dir?",
                "--port 0 --port 1 | --port is given 2 times",
                "--region= | --region is given an empty value",
                "--metrics maybe | --metrics",
                "--tls-cert some.pem | go together",
                "--tls-key some.pem | go together",
                "--host no.such.host.invalid | is not an address of this machine",
                "--nonsense | nonsense",
                "nonsense | Unknown argument",
                "--dat x | dat",
                "--port | port"
            })
    void optionThatIsNotUnderstoodEndsWithStatusTwo(String options, String advice) {
        List<String> arguments = new ArrayList<>(List.of("start", "--data", data()));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(Map.of(), arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).contains(advice);
    }

    @Test
    void addressThatIsTakenEndsWithStatusOneAndASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run(Map.of(), "start", "--port", port, "--data", data())).isEqualTo(1);
            assertThat(err()).startsWith("claviger: cannot listen on 127.0.0.1 port " + port);
        }
        // It did not sign up for an account whose key nobody then sees.
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains("AWS_SECRET_ACCESS_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1", "::1]", "[]", "[::1]:7080", "127.0.0.1:7080", "http://127.0.0.1"})
    void whatIsNotAnAddressIsRefusedInASentenceAndMakesNothing(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isEqualTo(2);
        assertThat(err()).contains("is not an address of this machine").doesNotContain("\tat ");
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void dataDirectoryThatOthersCanEnterIsRefused() throws Exception {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.createFile(open.resolve("something"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run(Map.of(), "start", "--port", "0", "--data", open.toString()))
                .isEqualTo(1);
        assertThat(err()).startsWith("claviger: ").contains(open.toString()).doesNotContain("\tat ");
    }

    @Test
    void whatIsNotInUtf8IsRefused() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", directory + "/h\ufffdm\ufffd"))
                .isEqualTo(2);
        assertThat(err()).startsWith("claviger: an argument is not in UTF-8\n");
        for (String name : List.of("HOME", "XDG_DATA_HOME")) {
            assertThat(run(Map.of(name, directory + "/h\ufffdm\ufffd"), "start", "--port", "0"))
                    .isOne();
            assertThat(err()).isEqualTo("claviger: " + name + " is not in UTF-8\n");
        }
        assertThat(run(Map.of(Variables.ROOT_PASSWORD, "h\ufffdm\ufffd12345"), "start", "--data", ":memory:"))
                .isOne();
        assertThat(err()).isEqualTo("claviger: CLAVIGER_ROOT_PASSWORD is not in UTF-8\n");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "audit-dir", "store-as", "host", "port", "tls-cert", "region", "log-level"})
    void emptyValueOfAnOptionIsAnErrorAndNotTheDefault(String option) {
        assertThat(run(Map.of("HOME", directory.toString()), "start", "--" + option, ""))
                .isEqualTo(2);
        assertThat(err()).contains("--" + option + " is given an empty value");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void auditDirectoryThatCannotBeUsedEndsTheStartBeforeThereIsAnAccount() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        for (String audit : List.of(file.toString(), file.resolve("below").toString(), "/proc/none")) {
            assertThat(run(Map.of(), "start", "--port", "0", "--data", data(), "--audit-dir", audit))
                    .isEqualTo(1);
            assertThat(err())
                    .startsWith("claviger: The audit directory " + audit)
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains("The account is new.");
    }

    @Test
    void whatCannotBeUsedIsSaidWithAReasonAndNotWithTheNameOfAClass() {
        for (String[] options : List.of(
                new String[] {"--data", "/proc/foo"},
                new String[] {"--data", "/dev/null/below"},
                new String[] {"--tls-cert", "/nosuch", "--tls-key", "/nosuch"},
                new String[] {"--tls-cert", "/proc", "--tls-key", "/proc"})) {
            List<String> arguments = new ArrayList<>(List.of("start", "--port", "0"));
            arguments.addAll(List.of(options));
            assertThat(run(Map.of("HOME", directory.toString()), arguments.toArray(String[]::new)))
                    .isEqualTo(1);
            assertThat(err())
                    .as(String.join(" ", options))
                    .startsWith("claviger: ")
                    .contains(options[1], ": ")
                    .doesNotContain("Exception", "java.")
                    .doesNotContainPattern(": " + options[1] + "\\s*$");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--console-prefix claviger | is not a path such as /claviger",
                "--console-prefix /claviger/ | is not a path such as /claviger",
                "--console-prefix /../etc | is not a path such as /claviger",
                "--console maybe | --console",
                "--console-sign-on file.json | needs --public-url",
                "--console-sign-on nowhere.json --public-url https://iam.example.com | cannot be read"
            })
    void optionOfTheConsoleThatIsNotUnderstoodIsNamed(String options, String advice) {
        String[] words = ("start --port 0 --data :memory: " + options).split(" ", -1);

        assertThat(run(Map.of(), words)).isEqualTo(2);
        assertThat(err()).contains(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start -port 0", "recover -data x", "reseal -end-sessions", "start -port=0"})
    void optionBehindOneDashIsRefused(String line) {
        assertThat(run(Map.of(), line.split(" ", -1))).isEqualTo(2);
        assertThat(err()).contains("options have two dashes, --");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void emptyNameOfAFileIsRefused(String command) {
        assertThat(run(Map.of(), command, "--data", data(), "")).isEqualTo(2);
        assertThat(err()).contains("FILE is empty");
    }
}
