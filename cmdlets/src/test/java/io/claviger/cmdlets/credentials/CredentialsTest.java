package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of profiles, of the session and of parameters. */
class CredentialsTest extends CredentialFiles {

    @Test
    void aFileThatChangesIsReadAgain() throws IOException {
        desk.write("credentials", BASE);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName base",
                        "Set-AWSCredential -AccessKey AKIAOTHERKEY -SecretKey s -StoreAs base",
                        "Get-IAMUser -ProfileName base"))
                .isZero();
        assertThat(desk.calls).extracting(TestSession.Call::key).containsExactly("AKIABASE", "AKIAOTHERKEY");
        assertThat(desk.calls.getLast().region()).isEqualTo("eu-central-1");
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
                .extracting(TestSession.Call::key)
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
        assertThat(desk.calls).extracting(TestSession.Call::key).containsExactly("AKIANEW", "AKIAOTHER", "AKIANEW");
        assertThat(desk.run("Set-AWSCredential -AccessKey A -SecretKey s -StoreAs work -EndpointUrl nowhere"))
                .isOne();
        assertThat(desk.err()).contains("'nowhere' is not an http or https address.");
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
        assertThat(desk.calls).extracting(TestSession.Call::key).containsExactly("", "");
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
}
