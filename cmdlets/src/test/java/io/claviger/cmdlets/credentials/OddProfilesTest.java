package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles as aws-cli and the SDK for .NET read them: an odd line spoils its own, and keys are of one file. */
@DisabledOnOs(OS.WINDOWS)
class OddProfilesTest {

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

    private String told(String line) {
        assertThat(desk.run(line)).isOne();
        assertThat(desk.calls).isEmpty();
        return desk.err();
    }

    /** One odd line spoils one profile: all cmdlets still work for the others, and its own lines stay. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no setting",
                "region = a\nregion = b",
                "= value",
                "s3 =\n  no setting",
                "[unclosed\naws_session_token = t",
                "\0\u0001\u007f",
                "aws_access_key_id = A\n   # remark\n   more"
            })
    void anOddLineSpoilsItsOwnProfileAlone(String odd) throws IOException {
        String spoilt = "[default]\n" + odd + "\n\n[odd]\n" + odd + "\n\n";
        desk.write("credentials", spoilt + "[p]\n" + KEYS);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName p -Region us-east-1",
                        "Get-IAMUser -ProfileName p",
                        "(Get-AWSCredential -ListProfileDetail).ProfileName",
                        "(Get-AWSCredential -ProfileName p).Name",
                        "Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs q",
                        "Set-AWSCredential -ProfileName q",
                        "Get-IAMUser",
                        "Remove-AWSCredentialProfile q -Force"))
                .as(desk.err())
                .isZero();
        assertThat(desk.err()).isEmpty();
        assertThat(desk.out()).isEqualTo("default\nodd\np\np\n");
        assertThat(desk.calls).extracting(TestSession.Call::key).containsExactly("AKIAODD", "AKIAODD", "AKIANEW");
        assertThat(Files.readString(desk.credentials())).isEqualTo(spoilt + "[p]\n" + KEYS + "\n");
        assertThat(desk.run("Get-IAMUser -ProfileName odd")).isOne();
        assertThat(desk.err()).contains("The profile 'odd' ");
    }

    @Test
    void aProfileThatSetsAKeyTwiceIsMendedByStoringIt() throws IOException {
        desk.write("credentials", "[p]\naws_access_key_id = AKIAOLD\n" + KEYS + "[q]\nregion = r\nregion = s\n");
        assertThat(told("Get-IAMUser -ProfileName p"))
                .contains("The profile 'p' cannot be used: line 3 of " + desk.credentials());
        assertThat(desk.run(
                        "Set-AWSCredential -AccessKey AKIAODD -SecretKey s -StoreAs p", "Get-IAMUser -ProfileName p"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getLast().key()).isEqualTo("AKIAODD");
    }

    /** A setting that is written among indented ones is indented as they are: it would else take them in. */
    @Test
    void indentedProfilesStayIndented() throws IOException {
        desk.write("credentials", "[p]\n\taws_access_key_id = OLD\n\taws_secret_access_key = s\n\tregion = r\n");
        assertThat(desk.run(
                        "Set-AWSCredential -AccessKey AKIAODD -SecretKey n -SessionToken t -StoreAs p",
                        "Get-IAMUser -ProfileName p"))
                .as(desk.err())
                .isZero();
        assertThat(Files.readString(desk.credentials())).isEqualTo("""
                        [p]
                        \taws_access_key_id = AKIAODD
                        \taws_secret_access_key = n
                        \tregion = r
                        \taws_session_token = t
                        """);
        assertThat(desk.calls.getLast().token()).isEqualTo("t");
    }

    /** A token or a secret of the other file would belong to another key. */
    @Test
    void keysAreOfOneFile() throws IOException {
        desk.write(
                "credentials",
                "[p]\n" + KEYS + "[split]\naws_secret_access_key = s\n[config]\naws_session_token = t\n");
        desk.write(
                "config",
                "[profile p]\naws_access_key_id = OLD\naws_secret_access_key = o\naws_session_token = old\n"
                        + "[profile split]\naws_access_key_id = AKIASPLIT\n"
                        + "[profile config]\naws_access_key_id = AKIACONFIG\naws_secret_access_key = c\n"
                        + "[profile program]\naws_access_key_id = AKIACONFIG\naws_secret_access_key = c\n"
                        + "credential_process = echo '{\"Version\":1,\"AccessKeyId\":\"AKIAPROGRAM\","
                        + "\"SecretAccessKey\":\"s\"}'\n");
        desk.environment.put("PATH", System.getenv("PATH"));
        assertThat(desk.run("'p', 'split', 'config', 'program' | ForEach-Object { Get-IAMUser -ProfileName $_ }"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(TestSession.Call::key)
                .containsExactly("AKIAODD", "AKIASPLIT", "AKIACONFIG", "AKIAPROGRAM");
        assertThat(desk.calls).extracting(TestSession.Call::token).containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso_account_id = 1", "sso_role_name = r"})
    void aProfileOfSsoIsRefusedThoughItHasKeys(String setting) throws IOException {
        desk.write("credentials", "[p]\n" + KEYS);
        desk.write("config", "[profile p]\nsso_session = my\n" + setting + "\n");
        assertThat(told("Get-IAMUser -ProfileName p")).contains("signs in with SSO (sso_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "Http", "hTTP"})
    void aSchemeInCapitalsIsTheSameScheme(String scheme) throws IOException {
        desk.environment.remove("AWS_ENDPOINT_URL");
        String url = scheme + desk.url().substring(4);
        desk.write(
                "config",
                "[profile p]\nendpoint_url = " + url + "\n[profile q]\nservices = s\n[services s]\niam =\n"
                        + "  endpoint_url = " + url + "\n");
        desk.write("credentials", "[p]\n" + KEYS + "[q]\n" + KEYS + "[r]\n" + KEYS);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName p",
                        "Get-IAMUser -ProfileName q",
                        "Get-IAMUser -ProfileName r -EndpointUrl " + url,
                        "Set-AWSCredential -AccessKey AKIAODD -SecretKey s -StoreAs t -EndpointUrl " + url,
                        "Get-IAMUser -ProfileName t",
                        "$env:AWS_ENDPOINT_URL = '" + url.replace("127.0.0.1", "LOCALHOST") + "'",
                        "Get-IAMUser -ProfileName r"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).hasSize(5);
    }
}
