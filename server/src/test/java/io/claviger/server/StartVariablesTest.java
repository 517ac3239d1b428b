package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartVariablesTest extends Started {

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
        assertThat(err())
                .startsWith("claviger: ")
                .contains("start with the key in CLAVIGER_SEALING_KEY")
                .doesNotContain("Exception");
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
                "CLAVIGER_SEALING_KEY | bm90IGEga2V5 | The sealing key in CLAVIGER_SEALING_KEY is not the base-64 form",
                "CLAVIGER_ROOT_EMAIL | root.example | must be an address, such as ops@example.com"
            })
    void variableThatCannotBeUsedIsNamedAndItsValueNotRepeated(String name, String value, String advice) {
        assertThat(run(Map.of(name, value), "start", "--port", "0", "--data", data()))
                .isEqualTo(1);
        assertThat(err()).contains(name.substring(0, 8), advice).doesNotContain(value);
        assertThat(Path.of(data())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "CLAVIGER_SEALING_KEY, The sealing key in CLAVIGER_SEALING_KEY_FILE is not",
        "CLAVIGER_ROOT_PASSWORD, CLAVIGER_ROOT_PASSWORD_FILE: the password"
    })
    void secretOfAFileThatCannotBeUsedIsSaidToBeTheFiles(String name, String complaint) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "short");
        Map<String, String> variables = Map.of(name + "_FILE", file.toString());
        assertThat(run(variables, "start", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err()).contains(complaint);
    }

    @Test
    void aDamagedSealingKeyIsRefusedEvenIfNoneIsUsed() {
        Map<String, String> damaged = Map.of(Variables.SEALING_KEY, "bm90IGEga2V5");
        assertThat(run(damaged, "start", "--port", "0", "--data", ":memory:")).isEqualTo(1);
        assertThat(err()).contains("The sealing key in CLAVIGER_SEALING_KEY is not the base-64 form of 32 bytes");
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
}
