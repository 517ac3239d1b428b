package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstProfileTest extends Started {

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
}
