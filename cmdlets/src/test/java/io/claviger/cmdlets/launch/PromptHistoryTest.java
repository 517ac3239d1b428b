package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the prompt remembers. */
class PromptHistoryTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set-AWSCredential -AccessKey AKIA -SecretKey wJalr -StoreAs x",
                "Set-AWSCredential -AK AKIA -SK wJalr",
                "New-IAMLoginProfile -UserName alice -Password:hunter2",
                "New-IAMLoginProfile -UserName alice -pass hunter2",
                "Edit-IAMPassword -OldPassword a -NewPassword b",
                "Get-IAMUser -SessionToken abc",
                "$env:AWS_SECRET_ACCESS_KEY = 'wJalr'",
                "$password='hunter2'",
                "New-IAMLoginProfile @{ Password = 'x' }",
                "(New-IAMLoginProfile a -Sec x)",
                "New-IAMLoginProfile alice hunter2",
                "New-IAMLoginProfile 'alice' 'hunter2' $true",
                "'x' | ForEach-Object { Update-IAMLoginProfile $_ hunter2 }",
                "Edit-IAMPassword hunter1 hunter2",
                "Publish-IAMServerCertificate -ServerCertificateName c -PrivateKey 'MIIEpA'",
                "Publish-IAMServerCertificate -ServerCertificateName c -priv 'MIIEpA'",
                "Use-STSRoleWithSAML -RoleArn r -PrincipalArn p -SAMLAssertion PHNhbWw",
                "Use-STSRoleWithSAML -saml PHNhbWw",
                "Update-IAMLoginProfile -UserName alice hunter2",
                "Write-Output wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "Set-Variable secret wJalr",
                "$env:https_proxy = 'http://me:hunter2@proxy:3128'",
                "$key = '-----BEGIN RSA PRIVATE KEY-----'",
            })
    void linesThatHoldSecretsAreNotKept(String line) {
        assertThat(PromptHistory.holdsSecret(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-IAMAccountPasswordPolicy",
                "Get-STSSessionToken",
                "New-IAMLoginProfile -UserName alice",
                "'alice' | New-IAMLoginProfile",
                "Get-IAMLoginProfile alice | Format-List *",
                "Edit-IAMPassword",
                "Get-IAMPolicy arn:aws:iam::123456789012:policy/a-name/that/is/longer/than/forty/characters",
                "Get-IAMUser -ProfileName work -EndpointUrl http://iam.example.com:7080",
                "Get-IAMSAMLProviderList | Select-Object -Property Arn",
                "$env:https_proxy = 'http://proxy:3128'",
                "Get-IAMUserList | Select-Object UserName",
                "New-IAMAccessKey -UserName alice",
                "(New-IAMAccessKey alice).SecretAccessKey",
            })
    void otherLinesAreKept(String line) {
        assertThat(PromptHistory.holdsSecret(line)).isFalse();
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        Path file = PromptHistory.file(Map.of(), home).orElseThrow();
        assertThat(file).isEqualTo(home.resolve(".local/state/claviger/history"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
        Path file = PromptHistory.file(Map.of("XDG_STATE_HOME", home.toString()), home)
                .orElseThrow();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PromptHistory.file(Map.of("XDG_STATE_HOME", home.toString()), home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whereThereCanBeNoFileNothingIsKept() throws IOException {
        Path occupied = Files.writeString(home.resolve("occupied"), "");
        assertThat(PromptHistory.file(Map.of("XDG_STATE_HOME", occupied.toString()), home))
                .isEmpty();
    }
}
