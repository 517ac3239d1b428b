package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import io.claviger.server.http.Wire;
import io.claviger.server.start.StartArguments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest {

    private static final Pattern ENDPOINT = Pattern.compile("serves IAM and STS at (\\S+)");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> whileServing = new ArrayList<>();

    /** Runs a command; a server is asked for its health and then told to stop. */
    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        whileServing.clear();
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                this::lookAndStop);
        return Commands.run(system, arguments);
    }

    private void lookAndStop(Runnable stop) {
        try {
            Matcher endpoint = ENDPOINT.matcher(out());
            assertThat(endpoint.find()).as("the endpoint in %s", out()).isTrue();
            whileServing.add(Wire.exchange(URI.create(endpoint.group(1)), Wire.request("GET /health/ready")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            stop.run();
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    @Test
    void whatIsKeptInMemoryFollowsTheHeap() {
        assertThat(StartArguments.cachedByHeap(128L << 20)).isEqualTo(4096);
        assertThat(StartArguments.cachedByHeap(Long.MAX_VALUE)).isEqualTo(10_000_000);
    }

    @Test
    void firstStartShowsTheNewCredentialsAndTheSecondDoesNot() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(whileServing).singleElement().asString().startsWith("HTTP/1.1 200 ");
        assertThat(out())
                .contains("aws --endpoint-url http://127.0.0.1:", "./claviger sign-in --endpoint http://127.0.0.1:");
        String secret = found("export AWS_SECRET_ACCESS_KEY=(\\S{40})");
        String keyId = found("export AWS_ACCESS_KEY_ID=(AKIA[A-Z2-7]{16})");
        String password = found("password: +(\\S{24})");
        String account = found("Account ([0-9]{12})");

        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(whileServing).hasSize(1);
        assertThat(out())
                .contains("Account " + account, "http://127.0.0.1:")
                .doesNotContain(secret, keyId, password, "AWS_SECRET");
        assertThat(err()).doesNotContain(secret, password, "WARN", "ERROR");
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out());
        assertThat(matcher.find()).as("%s in %s", pattern, out()).isTrue();
        return matcher.group(1);
    }

    @Test
    void whatWasGivenIsUsedAndNotShown() {
        Map<String, String> given = Map.of(
                Variables.ACCOUNT_ID, Samples.ACCOUNT,
                Variables.ACCESS_KEY_ID, Samples.KEY_ID,
                Variables.SECRET_ACCESS_KEY, Samples.SECRET,
                Variables.ROOT_PASSWORD, Samples.PASSWORD);
        assertThat(run(given, "start", "--port", "0", "--data", ":memory:")).isZero();
        assertThat(out())
                .contains("Account " + Samples.ACCOUNT, "export AWS_ACCESS_KEY_ID=" + Samples.KEY_ID)
                .doesNotContain(Samples.SECRET, Samples.PASSWORD);
    }

    @Test
    void dataIsWhereTheEnvironmentSaysUnlessTold() {
        assertThat(run(Map.of("XDG_DATA_HOME", directory.toString()), "start", "--port", "0"))
                .isZero();
        assertThat(directory.resolve("claviger").resolve("claviger.db")).exists();
        assertThat(run(Map.of("HOME", directory.toString()), "start", "--port", "0"))
                .isZero();
        assertThat(directory.resolve(".local/share/claviger/claviger.db")).exists();
        assertThat(run(Map.of(), "start", "--port", "0")).isEqualTo(2);
        assertThat(err()).contains("--data is needed");
    }

    @Test
    void sealingKeyOfTheEnvironmentIsNotWrittenDown() {
        Map<String, String> key = Map.of(Variables.SEALING_KEY, "A".repeat(43) + "=");
        assertThat(run(key, "start", "--port", "0", "--data", data())).isZero();
        assertThat(Path.of(data(), "sealing.key")).doesNotExist();
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).startsWith("claviger: ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--console-prefix claviger | is no path such as /claviger",
                "--console-prefix /claviger/ | is no path such as /claviger",
                "--console-prefix /../etc | is no path such as /claviger",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "CLAVIGER_ACCOUNT_ID | 98765 | 12 digits",
                "CLAVIGER_ACCOUNT_ID | 12345678901x | 12 digits",
                "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID | AKIAIOSFODNN7EXAMPLE | SECRET_ACCESS_KEY is missing",
                "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY | abcdefghijabcdefghij | ACCESS_KEY_ID is missing",
                "CLAVIGER_ROOT_PASSWORD | seven77 | 8 to 128 characters",
                "CLAVIGER_ROOT_EMAIL | root.example | must be an address, such as ops@example.com"
            })
    void variableThatCannotBeUsedIsNamedAndItsValueNotRepeated(String name, String value, String advice) {
        assertThat(run(Map.of(name, value), "start", "--port", "0", "--data", data()))
                .isEqualTo(1);
        assertThat(err()).contains(name.substring(0, 8), advice).doesNotContain(value);
        assertThat(Path.of(data())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASIAIOSFODNN7EXAMPLE | abcdefghijabcdefghij | must not begin with ASIA",
                "akiaiosfodnn7example | abcdefghijabcdefghij | 16 to 128 capital letters",
                "AKIAIOSFODNN7EXAMPLE | short | 20 to 128 printable",
                "AKIAIOSFODNN7EXAMPLE | abcdefghij abcdefghij | 20 to 128 printable"
            })
    void givenKeyIsChecked(String id, String secret, String advice) {
        Map<String, String> environment = new HashMap<>();
        environment.put(Variables.ACCESS_KEY_ID, id);
        environment.put(Variables.SECRET_ACCESS_KEY, secret);
        assertThat(run(environment, "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).contains(advice).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void addressThatOthersReachWantsTlsOrTheWordThatAProxyProvidesIt(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isEqualTo(2);
        assertThat(err()).contains("--tls-cert", "--behind-tls-proxy");
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void wordThatAProxyProvidesTlsIsTaken() {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", "0.0.0.0", "--behind-tls-proxy", "--data", data()))
                .isZero();
        assertThat(out()).contains("http://0.0.0.0:");
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
                "--public-url iam.example.com | no URL such as https://iam.example.com",
                "--public-url https://iam.example.com/?x | no URL such as",
                "--public-url ftp://iam.example.com | no URL such as",
                "--public-url http://iam.example.com | it begins with https",
                "--audit-days none | --audit-days must be",
                "--oidc-addresses private | --oidc-addresses must be one of public, any",
                "--oidc-keys keys.json | is no https URL, =, and a file",
                "--oidc-keys http://issuer.example=keys.json | is no https URL, =, and a file",
                "--oidc-keys https://issuer.example= | is no https URL, =, and a file",
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
                "--host no.such.host.invalid | no address",
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
    @ValueSource(strings = {"::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void addressOfTheSixthVersionIsServed(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isZero();
        assertThat(whileServing).singleElement().asString().startsWith("HTTP/1.1 200 ");
        assertThat(out()).contains(" at http://[" + host.replaceAll("[\\[\\]]", "") + "]:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1", "::1]", "[]", "[::1]:7080", "127.0.0.1:7080", "http://127.0.0.1"})
    void addressThatIsNoneIsRefusedInASentenceAndMakesNothing(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isEqualTo(2);
        assertThat(err()).contains("is no address of this machine").doesNotContain("\tat ");
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

    @Test
    void helpAndVersionAreOnStandardOutput() {
        assertThat(run(Map.of(), "help")).isZero();
        assertThat(out()).contains("start", "sign-in", "version").doesNotContain("rehearse");
        assertThat(run(Map.of(), "start", "--help")).isZero();
        assertThat(out()).contains("--data", "--behind-tls-proxy", "--users-per-account");
        assertThat(run(Map.of(), "version")).isZero();
        assertThat(out()).startsWith("Claviger ");
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "begin")).isEqualTo(2);
    }

    @Test
    void firstStartStoresTheKeyAsAProfileAndALaterOneSaysThatItCannot() throws Exception {
        Map<String, String> home = Map.of("HOME", directory.toString());
        String[] start = {"start", "--port", "0", "--data", data(), "--store-as", "work"};
        assertThat(run(home, start)).isZero();
        Path credentials = directory.resolve(".aws/credentials");
        String secret = Files.readAllLines(credentials).stream()
                .filter(line -> line.startsWith("aws_secret_access_key = "))
                .findFirst()
                .orElseThrow()
                .substring("aws_secret_access_key = ".length());
        assertThat(secret).hasSize(40);
        assertThat(out())
                .contains("./claviger Get-STSCallerIdentity -ProfileName work", credentials.toString())
                .doesNotContain(secret, "AWS_SECRET_ACCESS_KEY");
        assertThat(Files.readString(credentials))
                .startsWith("[work]\naws_access_key_id = AKIA")
                .contains("\nregion = us-east-1\nendpoint_url = http://127.0.0.1:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rw-------");

        String before = Files.readString(credentials);
        assertThat(run(home, start)).isZero();
        assertThat(whileServing).hasSize(1);
        assertThat(out())
                .contains("The profile work in " + credentials + " has an access key of this account.")
                .doesNotContain("The account is not new.", "nobody knows");
        assertThat(Files.readString(credentials)).isEqualTo(before);

        Files.writeString(credentials, "[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n");
        assertThat(run(home, start)).isZero();
        assertThat(out()).contains("The account is not new.", "it cannot be stored as the profile work");
        Files.delete(credentials);
        assertThat(run(home, start)).isZero();
        assertThat(out()).contains("The account is not new.", "it cannot be stored as the profile work");
        assertThat(credentials).doesNotExist();
    }

    @Test
    void givenKeyThatTheProfileHoldsAlreadyIsNoReasonToRefuse() {
        Map<String, String> given = Map.of(
                Variables.ACCESS_KEY_ID,
                Samples.KEY_ID,
                Variables.SECRET_ACCESS_KEY,
                Samples.SECRET,
                "HOME",
                directory.toString());
        for (int start = 0; start < 2; start++) {
            assertThat(run(given, "start", "--port", "0", "--data", ":memory:", "--store-as", "work"))
                    .isZero();
            assertThat(out()).contains("./claviger Get-STSCallerIdentity -ProfileName work");
        }
    }

    @ParameterizedTest
    @CsvSource({"credentials, [work]", "config, [profile work]"})
    void profileThatIsThereIsNotWrittenOverAndNothingIsCreated(String file, String heading) throws Exception {
        Path folder = Files.createDirectory(directory.resolve(".aws"));
        Files.writeString(folder.resolve(file), heading + "\n");
        assertThat(run(
                        Map.of("HOME", directory.toString()),
                        "start",
                        "--port",
                        "0",
                        "--data",
                        data(),
                        "--store-as",
                        "work"))
                .isEqualTo(1);
        assertThat(err())
                .startsWith("claviger: there is a profile work in ")
                .contains("./claviger Remove-AWSCredentialProfile -ProfileName work");
        assertThat(Path.of(data())).doesNotExist();
        assertThat(folder.resolve(file)).hasContent(heading);
    }

    @Test
    void keyThatCannotBeStoredIsShown() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Map<String, String> below =
                Map.of("AWS_SHARED_CREDENTIALS_FILE", file.resolve("below").toString(), "HOME", data());
        assertThat(run(below, "start", "--port", "0", "--data", ":memory:", "--store-as", "work"))
                .isZero();
        assertThat(out()).contains("The access key could not be stored as the profile work: ", "export AWS_SECRET");
    }

    @Test
    void keyThatWasGivenIsStoredTooAndNotShown() throws Exception {
        Map<String, String> given = Map.of(
                Variables.ACCESS_KEY_ID,
                Samples.KEY_ID,
                Variables.SECRET_ACCESS_KEY,
                Samples.SECRET,
                "AWS_SHARED_CREDENTIALS_FILE",
                directory.resolve("keys").toString(),
                "HOME",
                directory.toString());
        assertThat(run(given, "start", "--port", "0", "--data", ":memory:", "--store-as", "work"))
                .isZero();
        assertThat(directory.resolve("keys")).content().contains(Samples.KEY_ID, Samples.SECRET);
        assertThat(out()).doesNotContain(Samples.SECRET);
    }

    @Test
    void nameThatNoProfileCanHaveIsRefused() {
        assertThat(run(Map.of("HOME", data()), "start", "--port", "0", "--data", data(), "--store-as", "two words"))
                .isEqualTo(2);
        assertThat(err()).contains("--store-as: A profile's name has ");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data(), "--store-as", "work"))
                .isEqualTo(2);
        assertThat(err()).contains("--store-as needs HOME");
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void startAndStopAreALineEachOnTheScreenAndInTheLog() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains(" serves IAM and STS at http://127.0.0.1:").endsWith("Claviger has stopped.\n");
        List<String> log = err().lines().toList();
        assertThat(log).hasSize(2).allMatch(line -> line.startsWith("{\"time\":") && line.contains("\"INFO\""));
        assertThat(log.getFirst()).contains(" serves IAM and STS at http://127.0.0.1:", data());
        assertThat(log.getLast()).contains("Claviger has stopped");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", ":memory:", "--log-level", "warn"))
                .isZero();
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "audit-dir", "store-as", "host", "port", "tls-cert", "region", "log-level"})
    void emptyValueOfAnOptionIsAnErrorAndNotTheDefault(String option) {
        assertThat(run(Map.of("HOME", directory.toString()), "start", "--" + option, ""))
                .isEqualTo(2);
        assertThat(err()).contains("--" + option + " is given an empty value");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLAVIGER_ROOT_PASSWORD",
                "CLAVIGER_ROOT_PASSWORD_FILE",
                "CLAVIGER_SEALING_KEY",
                "CLAVIGER_ACCOUNT_ID",
                "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID",
                "CLAVIGER_JAVA_OPTS"
            })
    void variableThatIsSetToNothingIsAnErrorAndNotTheDefault(String variable) {
        assertThat(run(Map.of(variable, ""), "start", "--port", "0", "--data", data()))
                .isEqualTo(1);
        assertThat(err()).contains(variable + " is set to nothing");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "CLAVIGER_ROOT_PASWORD, CLAVIGER_ROOT_PASSWORD",
        "CLAVIGER_SEALINGKEY, CLAVIGER_SEALING_KEY",
        "CLAVIGER_SEALING_KEY_FIEL, CLAVIGER_SEALING_KEY_FILE",
        "CLAVIGER_ACCOUNTID, CLAVIGER_ACCOUNT_ID"
    })
    void variableThatDoesNotExistIsRefusedWithTheOneThatIsMeant(String variable, String meant) {
        assertThat(run(Map.of(variable, "secret value"), "start", "--port", "0", "--data", data()))
                .isEqualTo(1);
        assertThat(err())
                .contains("there is no variable " + variable + "; did you mean " + meant + "?")
                .doesNotContain("secret value");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void variablesThatKubernetesSetsForAServiceOfThisNameAreLetPass() {
        Map<String, String> service = Map.of(
                "CLAVIGER_SERVICE_HOST", "10.0.0.11",
                "CLAVIGER_SERVICE_PORT", "7080",
                "CLAVIGER_SERVICE_PORT_HTTPS", "7080",
                "CLAVIGER_PORT", "tcp://10.0.0.11:7080",
                "CLAVIGER_PORT_7080_TCP", "tcp://10.0.0.11:7080",
                "CLAVIGER_PORT_7080_TCP_PROTO", "tcp",
                "CLAVIGER_PORT_7080_TCP_ADDR", "10.0.0.11",
                "CLAVIGER_HEADLESS_SERVICE_HOST", "10.0.0.12");
        assertThat(run(service, "start", "--port", "0", "--data", data())).isZero();
        assertThat(run(Map.of("CLAVIGER_NONSENSE", "1"), "start", "--port", "0", "--data", data()))
                .isEqualTo(1);
        assertThat(err()).contains("there is no variable CLAVIGER_NONSENSE").doesNotContain("did you mean");
    }

    @Test
    void secretsMayBeInFiles() throws Exception {
        Path password = Files.writeString(directory.resolve("password"), Samples.PASSWORD + "\n");
        Path secret = Files.writeString(directory.resolve("secret"), Samples.SECRET);
        Path key = Files.writeString(directory.resolve("key"), "A".repeat(43) + "=\r\n");
        Map<String, String> files = Map.of(
                Variables.ACCESS_KEY_ID,
                Samples.KEY_ID,
                "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY_FILE",
                secret.toString(),
                "CLAVIGER_ROOT_PASSWORD_FILE",
                password.toString(),
                "CLAVIGER_SEALING_KEY_FILE",
                key.toString());
        assertThat(run(files, "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains("The account is new.").doesNotContain(Samples.SECRET, Samples.PASSWORD);
        assertThat(Path.of(data(), "sealing.key")).doesNotExist();

        Map<String, String> both = new HashMap<>(files);
        both.put(Variables.SEALING_KEY, "A".repeat(43) + "=");
        assertThat(run(both, "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).contains("CLAVIGER_SEALING_KEY and CLAVIGER_SEALING_KEY_FILE are both set");

        Files.writeString(password, "");
        assertThat(run(files, "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).contains("CLAVIGER_ROOT_PASSWORD_FILE: " + password + " is empty");
        Files.delete(password);
        assertThat(run(files, "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).contains("cannot read " + password + ": there is no such file or directory");
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
    void directoriesThatAMountGaveToItsGroupAreTakenAtEachStart() throws Exception {
        Path audit = directory.resolve("trail");
        String[] start = {"start", "--port", "0", "--data", data(), "--audit-dir", audit.toString()};
        for (int i = 0; i < 3; i++) {
            assertThat(run(Map.of(), start)).as(this::err).isZero();
            for (Path mounted : List.of(Path.of(data()), audit, audit.resolve("unverified"))) {
                Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("rwxrwx---"));
            }
        }
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

    @Test
    void profileThatCannotBeStoredIsSaidWithAReason() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Map<String, String> below =
                Map.of("AWS_SHARED_CREDENTIALS_FILE", file.resolve("below").toString(), "HOME", directory.toString());
        assertThat(run(below, "start", "--port", "0", "--data", ":memory:", "--store-as", "work"))
                .isZero();
        assertThat(out())
                .containsPattern(
                        "could not be stored as the profile work: .*/below: .*/file: something .* is in the way\\.")
                .doesNotContain("Exception");
    }

    @Test
    void rehearsalThatTheBuildRecordsSucceeds() {
        assertThat(run(Map.of(), "rehearse")).isZero();
        assertThat(out()).endsWith("rehearsed\n");
    }
}
