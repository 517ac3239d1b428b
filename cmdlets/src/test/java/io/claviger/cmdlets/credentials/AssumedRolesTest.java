package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Keys of roles, of programs and of tokens. */
class AssumedRolesTest extends CredentialFiles {

    @Test
    void aRolesProfileAssumesTheRoleWithItsSourcesKeysWhereTheirServerIs() throws IOException {
        desk.write("credentials", BASE);
        desk.write("config", ROLE);
        assertThat(desk.run("Get-IAMUser -ProfileName role -EndpointUrl " + desk.url()))
                .isZero();
        assertThat(desk.calls).extracting(TestSession.Call::action).containsExactly("AssumeRole", "GetUser");
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
                .extracting(TestSession.Call::action)
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
                .extracting(TestSession.Call::action)
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
        assertThat(desk.calls).extracting(TestSession.Call::key).containsOnly("AKIAPROGRAM");
        assertThat(Files.readAllLines(home.resolve("asked"))).hasSize(1);
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
                .extracting(TestSession.Call::key)
                .containsExactly("AKIABASE", "ASIAOFTHEROLE", "ASIAOFTHEROLE", "ASIAOFTHEROLE");
        assertThat(desk.calls)
                .extracting(TestSession.Call::token)
                .containsExactly("", "roletoken", "roletoken", "roletoken");
        assertThat(Files.readString(desk.credentials())).contains("aws_session_token = roletoken");
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
}
