package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of profiles as editors, other programs and accidents leave them. */
class OddFilesTest {

    private static final String KEYS = "aws_access_key_id = AKIAODD\naws_secret_access_key = s\n";

    @TempDir
    private Path home;

    private TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String told(String... lines) {
        assertThat(desk.run(lines)).isOne();
        assertThat(desk.calls).isEmpty();
        return desk.err();
    }

    private void signs() {
        assertThat(desk.run("Get-IAMUser -ProfileName p")).as(desk.err()).isZero();
        assertThat(desk.calls.getLast().key()).isEqualTo("AKIAODD");
    }

    /** A bar is a line's end, a caret what some editors set before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[p]^|aws_access_key_id = AKIAODD^|aws_secret_access_key = s^|",
                "\uFEFF[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|",
                "\uFEFF# mine^|[p]^|aws_access_key_id=AKIAODD^|aws_secret_access_key=s",
                "[p]|aws_access_key_id = AKIAOLD|aws_secret_access_key = o|[q]|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|",
                "[p]|  # mine|aws_access_key_id = AKIAODD|\t; mine = x|aws_secret_access_key = s|s3 =| # mine| max = 1|",
                "[p]^|  # mine^|aws_access_key_id = AKIAODD^| # mine^|aws_secret_access_key = s^|",
                "[p]\t# mine|aws_access_key_id\t=\tAKIAODD\t|aws_secret_access_key = s # not it|",
                "[ p ]  ; mine|AWS_ACCESS_KEY_ID=AKIAODD|Aws_Secret_Access_Key = s|",
                "[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|aws_session_token =|",
                "[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|role_arn =|sso_session =|",
                "[profile p]|aws_access_key_id = AKIAOTHER|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|",
                "[p]|  aws_access_key_id = AKIAODD|  aws_secret_access_key = s|",
                "  [other]|\taws_access_key_id = AKIAOLD|\taws_secret_access_key = s|  [p]|\taws_access_key_id = AKIAODD|\taws_secret_access_key = s|",
                "[other]|SECRETVALUE|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|",
                "[other]|k = 1|k = 2|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|[x|junk|",
                "junk|k = v|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|",
                "[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|sso_session = my|",
                "[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|sso_start_url = https://x|sso_region = r|",
                "[p]|aws_access_key_id: AKIAODD|aws_secret_access_key:s|",
                "[p]^aws_access_key_id = AKIAODD^aws_secret_access_key = s^",
                "[p]|aws_access_key_id\u00a0=\u00a0AKIAODD|aws_secret_access_key = s|",
                "||# \u00e9|[\u00e9]|[p]|aws_access_key_id = AKIAODD|aws_secret_access_key = s|"
            })
    void keysAreRead(String text) throws IOException {
        desk.write("credentials", text.replace('|', '\n').replace('^', '\r'));
        signs();
        assertThat(desk.calls.getLast().token()).isEmpty();
    }

    @Test
    void keysAreReadFromAFileInAnotherEncoding() throws IOException {
        Files.write(desk.credentials(), ("# caf\u00e9\n[p]\n" + KEYS).getBytes(StandardCharsets.ISO_8859_1));
        signs();
        assertThat(desk.run("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs q"))
                .as(desk.err())
                .isZero();
        assertThat(Files.readString(desk.credentials(), StandardCharsets.ISO_8859_1))
                .isEqualTo("# caf\u00e9\n[p]\n" + KEYS + "\n[q]\naws_access_key_id = A\naws_secret_access_key = s\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\taws_secret_access_key = SECRETVALUE\n",
                "aws_secret_access_key = SECRETVALUE\n",
                "[p]\n  aws_secret_access_key = SECRETVALUE\n",
                "[p]\nSECRETVALUE\n",
                "[p\naws_secret_access_key = SECRETVALUE\n",
                "[p]\n= SECRETVALUE\n"
            })
    void aFileThatIsNoneIsToldWithoutWhatStandsInIt(String text) throws IOException {
        desk.write("credentials", text);
        assertThat(told("Get-IAMUser -ProfileName p"))
                .contains(desk.credentials().toString())
                .doesNotContain("SECRETVALUE");
    }

    @Test
    void aFileThatIsTooLongIsNotRead() throws IOException {
        Files.writeString(desk.credentials(), "[p]\n" + KEYS + "# x\n".repeat(3_000_000));
        assertThat(told("Get-IAMUser -ProfileName p"))
                .contains(desk.credentials() + "' cannot be read: it is longer than 1 MiB");
    }

    @Test
    void aFolderInTheFilesPlaceHasNoProfilesAndTakesNone() throws IOException {
        Files.createDirectory(desk.credentials());
        assertThat(told("Get-IAMUser -ProfileName p")).contains("'p' could not be found in " + desk.credentials());
        assertThat(told("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs p"))
                .isEqualTo("Set-AWSCredential: The profiles in '" + desk.credentials()
                        + "' cannot be read or written: it is a folder.\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(home.resolve("file"), "");
        assertThat(told("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs p -ProfileLocation file/credentials"))
                .isEqualTo("Set-AWSCredential: The profiles in '" + home.resolve("file/credentials")
                        + "' cannot be read or written: " + home.resolve("file") + " is not a folder.\n");
    }

    /** New keys in one file and the old role in the other would be keys that nobody meant. */
    @Test
    void aConfigFileThatMayNotBeWrittenLeavesTheCredentialsAsTheyWere() throws IOException {
        desk.write("credentials", "[p]\n" + KEYS);
        desk.write("config", "[profile p]\nrole_arn = arn\nsource_profile = p\n[profile q]\nregion = r\n");
        Path config = home.resolve(".aws/config");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("r--------"));
        assertThat(told("Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs p"))
                .contains(config + "' cannot be read or written: it is read-only.");
        assertThat(Files.readString(desk.credentials())).isEqualTo("[p]\n" + KEYS);
        assertThat(desk.run("Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs q"))
                .as(desk.err())
                .isZero();
        assertThat(Files.readString(desk.credentials())).contains("[q]\naws_access_key_id = AKIANEW\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsNotToBeWrittenIsNot() throws IOException {
        desk.write("credentials", "[p]\n" + KEYS);
        Files.setPosixFilePermissions(desk.credentials(), PosixFilePermissions.fromString("r--------"));
        assertThat(told("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs p"))
                .isEqualTo("Set-AWSCredential: The profiles in '" + desk.credentials()
                        + "' cannot be read or written: it is read-only.\n");
        assertThat(told("Remove-AWSCredentialProfile p -Force")).contains("it is read-only");
        assertThat(Files.readString(desk.credentials())).isEqualTo("[p]\n" + KEYS);
        signs();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsFollowedAndStays() throws IOException {
        Files.createDirectory(home.resolve("dotfiles"));
        Files.writeString(home.resolve("dotfiles/aws"), "# mine\n[p]\n" + KEYS);
        Files.createSymbolicLink(desk.credentials(), Path.of("../dotfiles/aws"));
        assertThat(desk.run("Set-AWSCredential -AccessKey AKIANEW -SecretKey s -StoreAs q"))
                .isZero();
        assertThat(Files.isSymbolicLink(desk.credentials())).isTrue();
        assertThat(Files.readString(home.resolve("dotfiles/aws")))
                .startsWith("# mine\n[p]\n" + KEYS)
                .contains("AKIANEW");
        signs();
    }

    @Test
    void aTildeIsTheHomeFolder() throws IOException {
        Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(home.resolve("elsewhere/credentials"), "[p]\n" + KEYS);
        Files.writeString(home.resolve("elsewhere/config"), "[profile p]\nregion = eu-west-3\n");
        desk.environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/elsewhere/credentials");
        desk.environment.put("AWS_CONFIG_FILE", "~/elsewhere/config");
        signs();
        assertThat(desk.calls.getLast().region()).isEqualTo("eu-west-3");
        assertThat(desk.run(
                        "Set-Location elsewhere",
                        "Get-IAMUser -ProfileName p -ProfileLocation ~/elsewhere/credentials"))
                .as(desk.err())
                .isZero();
    }

    @Test
    void aChainOfRolesHasAnEnd() throws IOException {
        desk.write(
                "config",
                IntStream.range(0, 9_000)
                        .mapToObj(at -> "[profile p" + at + "]\nrole_arn = arn:aws:iam::123456789012:role/r\n"
                                + "source_profile = p" + (at + 1) + "\n")
                        .collect(Collectors.joining()));
        assertThat(told("Get-IAMUser -ProfileName p0")).contains("longer than");
    }

    @Test
    void aLocationIsTheOnlyFileForARolesSourceToo() throws IOException {
        desk.write("credentials", "[base]\n" + KEYS.replace("AKIAODD", "AKIAHOME"));
        Files.writeString(
                home.resolve("other"), "[role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n");
        assertThat(told("Get-IAMUser -ProfileName role -ProfileLocation other"))
                .contains("'base' could not be found in " + home.resolve("other"));
        Files.writeString(home.resolve("other"), "[base]\n" + KEYS, StandardOpenOption.APPEND);
        assertThat(desk.run("Get-IAMUser -ProfileName role -ProfileLocation other"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getFirst().key()).isEqualTo("AKIAODD");
    }

    @Test
    void aNameThatIsEmptyIsNoName() throws IOException {
        desk.write("credentials", "[default]\n" + KEYS);
        assertThat(desk.run("Get-IAMUser -ProfileName $null -Region '' -EndpointUrl '' -Credential $null"
                        + " -ProfileLocation ''"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getLast().key()).isEqualTo("AKIAODD");
    }

    @Test
    void halfAKeyInTheEnvironmentIsNoReasonToTakeAnother() throws IOException {
        desk.write("credentials", "[default]\n" + KEYS);
        desk.environment.put("AWS_ACCESS_KEY_ID", "AKIAHALF");
        assertThat(told("Get-IAMUser")).contains("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY");
    }
}
