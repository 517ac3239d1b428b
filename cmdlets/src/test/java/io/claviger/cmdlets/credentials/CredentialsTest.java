package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose keys sign which call. */
class CredentialsTest {

    private static final String BASE = """
            [base]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = secret
            endpoint_url = <url>
            region = eu-central-1
            """;

    private static final String ROLE = """

            [profile role]
            role_arn = arn:aws:iam::123456789012:role/r
            source_profile = base
            external_id = e
            """;

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Else whoever is at the server's root would get what is meant for another. */
    @Test
    void anEndpointsPathIsItsOwn() throws IOException {
        desk.write("credentials", BASE.replace("<url>", "<url>/a%20b/sts"));
        desk.write("config", ROLE);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName role -EndpointUrl " + desk.url() + "/iam/",
                        "Get-IAMUser -ProfileName base -EndpointUrl " + desk.url() + "/"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::path).containsExactly("/a b/sts", "/iam/", "/");
    }

    /** Whoever reads a token from a file may have its line end with it; what no header can have is repeated nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$env:AWS_SESSION_TOKEN = \"SECRET`nTOKEN\"; Get-IAMUser",
                "$env:AWS_SECRET_ACCESS_KEY = \"SECRET`nTOKEN\"; Get-IAMUser",
                "$env:AWS_ACCESS_KEY_ID = \"SECRET`nTOKEN\"; Get-IAMUser",
                "Get-IAMUser -AccessKey A -SecretKey s -SessionToken \"SECRET`r`nTOKEN\"",
                "Get-IAMUser -AccessKey A -SecretKey s -SessionToken \"SECRET\u00e9TOKEN\"",
                "Get-IAMUser -Credential (New-AWSCredential -AK A -SK s -ST \"SECRET`nTOKEN\")",
                "Get-IAMUser -ProfileName program",
            })
    void keysThatNoHeaderCanHaveAreRepeatedNowhere(String line) throws IOException {
        desk.write("config", """
                [profile program]
                credential_process = printf %s '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"SECRET\\nTOKEN"}'
                """);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("AWS_ACCESS_KEY_ID", "A");
        desk.environment.put("AWS_SECRET_ACCESS_KEY", "s");
        assertThat(desk.run(line)).isOne();
        assertThat(desk.err() + desk.out()).contains("character").doesNotContain("SECRET");
        assertThat(desk.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | true",
                "127.0.0.1 | true",
                "*.example.com, 127.0.0.1 | true",
                "[::1],(a,127.0.0.1 | true",
                "*.0.0.1 | true",
                ".0.0.1 | true",
                "0.0.1 | true",
                "27.0.0.1 | false",
                "127x0.0.1 | false",
                "127.0.0 | false",
                "'' | false",
            })
    void noProxyNamesWhoIsCalledWithoutOne(String hosts, boolean direct) throws IOException {
        desk.write("credentials", BASE);
        desk.environment.put("http_proxy", "http://127.0.0.1:1");
        desk.environment.put("no_proxy", hosts);
        desk.environment.put("AWS_MAX_ATTEMPTS", "1");
        assertThat(desk.run("Get-IAMUser -ProfileName base")).as(desk.err()).isEqualTo(direct ? 0 : 1);
        assertThat(desk.calls).hasSize(direct ? 1 : 0);
    }

    /** Nor by a server's that listens at the usual port here, if there is one: the name is known to nobody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://proxy.invalid | cannot be reached",
                "proxy.invalid | cannot be reached",
                "https://proxy.invalid/ | cannot be reached",
                "http://user:secret@ | http_proxy is not the address of a proxy.",
                "http:// | http_proxy is not the address of a proxy.",
                "a b | http_proxy is not the address of a proxy.",
            })
    void nobodyIsCalledWithoutTheProxyThatIsNamed(String proxy, String complaint) throws IOException {
        desk.write("credentials", BASE);
        desk.environment.put("http_proxy", proxy);
        desk.environment.put("AWS_MAX_ATTEMPTS", "1");
        assertThat(desk.run("Get-IAMUser -ProfileName base")).isOne();
        assertThat(desk.calls).isEmpty();
        assertThat(desk.err()).contains(complaint).doesNotContain("secret");
    }

    @Test
    void aRolesProfileAssumesTheRoleWithItsSourcesKeysWhereTheirServerIs() throws IOException {
        desk.write("credentials", BASE);
        desk.write("config", ROLE);
        assertThat(desk.run("Get-IAMUser -ProfileName role -EndpointUrl " + desk.url()))
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::action).containsExactly("AssumeRole", "GetUser");
        assertThat(desk.calls.getFirst().key()).isEqualTo("AKIABASE");
        assertThat(desk.calls.getFirst().region()).isEqualTo("eu-central-1");
        assertThat(desk.calls.getFirst().body()).contains("ExternalId=e", "RoleSessionName=claviger-0");
        assertThat(desk.calls.getLast().key()).isEqualTo("ASIAOFTHEROLE");
        assertThat(desk.calls.getLast().token()).isEqualTo("roletoken");
    }

    @Test
    void aRoleIsAssumedOnceForAllObjectsOfThePipeline() throws IOException {
        desk.write("credentials", BASE);
        desk.write("config", ROLE + "endpoint_url = <url>\n");
        assertThat(desk.run(
                        "'a', 'b', 'c' | Get-IAMUser -ProfileName role", "Get-IAMUser -UserName d -ProfileName role"))
                .isZero();
        assertThat(desk.calls)
                .extracting(Desk.Call::action)
                .containsExactly("AssumeRole", "GetUser", "GetUser", "GetUser", "GetUser");
    }

    @Test
    void aDevicesCodeIsAskedForWhereTheProfileNamesADevice() throws IOException {
        desk.write("credentials", BASE);
        desk.write("config", ROLE + "mfa_serial = arn:aws:iam::123456789012:mfa/m\nendpoint_url = <url>\n");
        desk.type("123456\n");
        assertThat(desk.run("Get-IAMUser -ProfileName role")).isZero();
        assertThat(desk.out()).contains("Enter MFA code:");
        assertThat(desk.calls.getFirst().body()).contains("TokenCode=123456", "SerialNumber=");
    }

    @Test
    void aTokensFileAssumesARoleWithoutAnyKeys() throws IOException {
        desk.write("token", "header.body.signature\n");
        desk.write("config", """
                [profile web]
                role_arn = arn:aws:iam::123456789012:role/r
                web_identity_token_file = .aws/token
                endpoint_url = <url>
                """);
        assertThat(desk.run("Get-IAMUser -ProfileName web")).as(desk.err()).isZero();
        assertThat(desk.calls.getFirst().body())
                .contains("Action=AssumeRoleWithWebIdentity", "WebIdentityToken=header.body.signature");
        assertThat(desk.calls.getFirst().key()).isEmpty();
        assertThat(desk.calls.getLast().key()).isEqualTo("ASIAOFTHEROLE");
    }

    @Test
    void theEnvironmentsTokensFileAssumesTheEnvironmentsRoleOnce() throws IOException {
        desk.write("token", "header.body.signature\n");
        desk.environment.put("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/r");
        desk.environment.put("AWS_ROLE_SESSION_NAME", "pod");
        desk.environment.put(
                "AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve(".aws/token").toString());
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/");
        assertThat(desk.run(
                        "'a', 'b' | Get-IAMUser",
                        "$env:AWS_ROLE_ARN = 'arn:aws:iam::123456789012:role/other'",
                        "Get-IAMUser"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(Desk.Call::action)
                .containsExactly(
                        "AssumeRoleWithWebIdentity", "GetUser", "GetUser", "AssumeRoleWithWebIdentity", "GetUser");
        assertThat(desk.calls.getFirst().body())
                .contains("RoleSessionName=pod", "WebIdentityToken=header.body.signature");
        assertThat(desk.calls.getLast().key()).isEqualTo("ASIAOFTHEROLE");
    }

    @Test
    void anotherProgramsKeysAreAskedForOnce() throws IOException {
        desk.write("config", """
                [profile program]
                credential_process = echo x >> %s; echo '{"Version":1,"AccessKeyId":"AKIAPROGRAM","SecretAccessKey":"s"}'
                endpoint_url = <url>
                """.formatted(home.resolve("asked")));
        assertThat(desk.run("'a', 'b' | Get-IAMUser -ProfileName program", "Get-IAMUser -ProfileName program"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::key).containsOnly("AKIAPROGRAM");
        assertThat(Files.readAllLines(home.resolve("asked"))).hasSize(1);
    }

    @Test
    void aFileThatChangesIsReadAgain() throws IOException {
        desk.write("credentials", BASE);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName base",
                        "Set-AWSCredential -AccessKey AKIAOTHERKEY -SecretKey s -StoreAs base",
                        "Get-IAMUser -ProfileName base"))
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::key).containsExactly("AKIABASE", "AKIAOTHERKEY");
        assertThat(desk.calls.getLast().region()).isEqualTo("eu-central-1");
    }

    @Test
    void aRolesSessionGoesOnToOtherCmdlets() throws IOException {
        desk.write("credentials", BASE.replace("[base]", "[default]"));
        assertThat(desk.run(
                        "$c = (Use-STSRole -RoleArn arn:aws:iam::123456789012:role/r -RoleSessionName s).Credentials",
                        "Set-AWSCredential -Credential $c",
                        "Get-IAMUser",
                        "Clear-AWSCredential",
                        "$c | Set-AWSCredential -StoreAs session",
                        "Get-IAMUser -ProfileName session -EndpointUrl " + desk.url(),
                        "Get-IAMUser -Credential $c"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(Desk.Call::key)
                .containsExactly("AKIABASE", "ASIAOFTHEROLE", "ASIAOFTHEROLE", "ASIAOFTHEROLE");
        assertThat(desk.calls).extracting(Desk.Call::token).containsExactly("", "roletoken", "roletoken", "roletoken");
        assertThat(Files.readString(desk.credentials())).contains("aws_session_token = roletoken");
    }

    /** Keys that a server of one's own gave are of no use at AWS, nor is it AWS's business that there are any. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$c = (Use-STSRole -RoleArn arn:aws:iam::123456789012:role/r -RoleSessionName s -ProfileName base).Credentials",
                "$c = Use-STSRole arn:aws:iam::123456789012:role/r s -ProfileName base -Select Credentials",
                "$c = Use-STSWebIdentityRole -RoleArn arn:aws:iam::123456789012:role/r -RoleSessionName s"
                        + " -WebIdentityToken abcd -Region us-east-1 -EndpointUrl <url> -Select Credentials",
                "$c = Get-STSSessionToken -ProfileName base",
                "$c = New-IAMAccessKey -UserName alice -ProfileName base"
            })
    void keysThatAServerGaveAreSentToThatServer(String line) throws IOException {
        desk.write("credentials", BASE);
        assertThat(desk.run(
                        line.replace("<url>", desk.url()),
                        "$c | Set-AWSCredential -StoreAs stored",
                        "Get-IAMUser -ProfileName stored",
                        "Get-IAMUser -Credential $c",
                        "Set-AWSCredential -Credential $c",
                        "Get-IAMUser",
                        "Get-STSCallerIdentity -Region us-east-1"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).hasSize(5);
        assertThat(desk.calls.subList(1, 5))
                .extracting(Desk.Call::key)
                .allMatch(key -> key.equals("ASIAOFTHEROLE") || key.equals("AKIAIOSFODNN7EXAMPLE"));
        assertThat(Files.readString(desk.credentials()))
                .contains("[stored]\n")
                .containsSubsequence("[stored]", "endpoint_url = " + desk.url());
    }

    @Test
    void aProfileThatIsStoredAnewKeepsItsServerUnlessTheKeysAreOfAnother() throws IOException {
        desk.write("credentials", BASE + """

                # work's own
                [work]
                endpoint_url = http://127.0.0.1:1
                region = eu-west-1
                ; and more
                s3 =
                  max_queue_size = 10
                aws_access_key_id = A
                """);
        assertThat(desk.run("Set-AWSCredential -AccessKey AKIANEW -SecretKey s -StoreAs work"))
                .isZero();
        String kept = """

                # work's own
                [work]
                endpoint_url = %s
                region = eu-west-1
                ; and more
                s3 =
                  max_queue_size = 10
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """;
        assertThat(Files.readString(desk.credentials()))
                .isEqualTo(BASE.replace("<url>", desk.url()) + kept.formatted("http://127.0.0.1:1", "AKIANEW", "s"));
        assertThat(desk.run(
                        "New-IAMAccessKey -UserName alice -ProfileName base | Set-AWSCredential -StoreAs work",
                        "Get-IAMUser -ProfileName work"))
                .as(desk.err())
                .isZero();
        assertThat(Files.readString(desk.credentials()))
                .isEqualTo(BASE.replace("<url>", desk.url())
                        + kept.formatted(desk.url(), "AKIAIOSFODNN7EXAMPLE", "wJalr"));
    }

    @Test
    void keysInTheHandMayBeOfANamedServer() throws IOException {
        assertThat(desk.run(
                        "Set-AWSCredential -AccessKey AKIANEW -SecretKey s -StoreAs work -EndpointUrl " + desk.url(),
                        "Get-IAMUser -ProfileName work",
                        "Set-AWSCredential -AccessKey AKIAOTHER -SecretKey s -EndpointUrl " + desk.url(),
                        "Get-IAMUser",
                        "Set-AWSCredential -ProfileName work -StoreAs copy",
                        "Get-IAMUser -ProfileName copy"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::key).containsExactly("AKIANEW", "AKIAOTHER", "AKIANEW");
        assertThat(desk.run("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs work -EndpointUrl nowhere"))
                .isOne();
        assertThat(desk.err()).contains("'nowhere' is no http or https address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "a.b", "eu-west-1#", "eu west", "x@y", "eu-west-1\u00e9"})
    void aRegionThatWouldMakeAnotherServersNameIsRefused(String region) throws IOException {
        desk.write("credentials", BASE.replace("eu-central-1", region));
        assertThat(desk.run("Get-IAMUser -ProfileName base")).isOne();
        assertThat(desk.err())
                .isEqualTo("Get-IAMUser: '" + region + "' (from the profile 'base') is no region's system name.\n");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aProfileWithoutARegionIsOfTheDefaultProfilesRegion() throws IOException {
        desk.write("credentials", BASE.replace("region = eu-central-1\n", ""));
        desk.write("config", "[default]\nregion = eu-west-3\n");
        assertThat(desk.run("Get-STSCallerIdentity -ProfileName base"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getFirst().region()).isEqualTo("eu-west-3");
    }

    @Test
    void whoBringsATokenNeedsNoKeys() {
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        assertThat(desk.run(
                        "Use-STSWebIdentityRole -RoleArn arn:aws:iam::123456789012:role/r -RoleSessionName s"
                                + " -WebIdentityToken abcd -Region us-east-1",
                        "Use-STSRoleWithSAML -RoleArn arn:aws:iam::123456789012:role/r -PrincipalArn"
                                + " arn:aws:iam::123456789012:saml-provider/p -SAMLAssertion abcd -Region us-east-1"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(Desk.Call::key).containsExactly("", "");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("No credentials specified or obtained from persisted/shell defaults.");
    }

    @Test
    void aSecretIsMaskedWhenItIsPrintedAndNowhereElse() {
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("AWS_ACCESS_KEY_ID", "AKIA");
        desk.environment.put("AWS_SECRET_ACCESS_KEY", "s");
        desk.run("$k = New-IAMAccessKey alice", "$k");
        assertThat(desk.out()).contains("SecretAccessKey : wJalr");
        desk.run(
                "$k = New-IAMAccessKey alice",
                "Set-AWSSensitiveDataConfiguration $false",
                "$k",
                "New-IAMAccessKey alice -Select *");
        assertThat(desk.out())
                .contains("SecretAccessKey : " + SensitiveData.MASK, "SecretAccessKey=" + SensitiveData.MASK)
                .doesNotContain("wJalr");
        desk.run("Set-AWSSensitiveDataConfiguration $false", "(New-IAMAccessKey alice).SecretAccessKey");
        assertThat(desk.out()).isEqualTo("wJalr\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sso_session = s | signs in with SSO (sso_session), for which the AWS SDK's module sso would be needed",
                "sso_start_url = https://x | module sso",
                "login_session = x | module signin",
                "region = us-east-1 | has no credentials",
                "aws_access_key_id = A | has no aws_secret_access_key",
                "role_arn = arn | neither source_profile, credential_source nor web_identity_token_file",
                "role_arn = arn; source_profile = p | is its own source_profile",
                "role_arn = arn; source_profile = nobody | The profile 'nobody' could not be found",
                "role_arn = arn; source_profile = p; credential_source = Environment | both source_profile and"
                        + " credential_source",
                "role_arn = arn; credential_source = Environment | neither source_profile"
            })
    void aProfileThatCannotBeUsedIsRefusedWithTheReason(String settings, String reason) throws IOException {
        desk.write("config", "[profile p]\n" + settings.replace("; ", "\n") + "\n");
        assertThat(desk.run("Get-IAMUser -ProfileName p")).isOne();
        assertThat(desk.err()).contains("'", reason);
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aStoredRoleForgetsTheKeysThatStoodInBothFiles() throws IOException {
        desk.write("credentials", BASE + "\n[p]\naws_access_key_id = A\naws_secret_access_key = B\n");
        desk.write("config", "[profile p]\nregion = eu-west-1\ncredential_process = x\n# mine\n");
        assertThat(desk.run(
                        "Set-AWSCredential -RoleArn arn:aws:iam::123456789012:role/r -SourceProfile base -StoreAs p"))
                .isZero();
        assertThat(Files.readString(desk.credentials()))
                .endsWith("[p]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n");
        assertThat(home.resolve(".aws/config")).hasContent("[profile p]\nregion = eu-west-1\n# mine");
        assertThat(desk.run("Remove-AWSCredentialProfile p -Force")).isZero();
        assertThat(Files.readString(home.resolve(".aws/config"))).isEqualTo("# mine\n");
    }

    @Test
    void theServerIsKnownByTheCertificatesThatTheProfileNames() throws IOException {
        desk.write("credentials", BASE.replace("[base]", "[default]") + "ca_bundle = nowhere.pem\n");
        assertThat(desk.run("Get-IAMUser -EndpointUrl https://localhost:1")).isOne();
        assertThat(desk.err()).contains("The trusted certificates in '", "nowhere.pem' cannot be read");
    }

    @Test
    void whereNoCertificateIsShownNoneIsRead() throws IOException {
        desk.write("credentials", BASE.replace("[base]", "[default]") + "ca_bundle = nowhere.pem\n");
        assertThat(desk.run("Get-IAMUser")).isZero();
    }
}
