package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Passwords, MFA devices and roles that ask for a second factor with the cmdlets. The codes are oathtool's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MfaCmdletsTest {

    private static final int ATTEMPTS = 10;
    private static final String SERIAL = "arn:aws:iam::" + ACCOUNT + ":mfa/frank";
    private static final String WITH_FACTOR = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*",\
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}\
        """;
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"}}]}\
        """.formatted(ACCOUNT);

    private final Path home;
    private final Program program;

    MfaCmdletsTest(@TempDir Path home) throws Exception {
        this.home = home;
        this.program = Program.start(home, Optional.empty());
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aSessionWithACodeAssumesARoleThatAsksForOne() throws Exception {
        Authenticator.require();
        String[] key = run(
                        ADMINISTRATOR,
                        "New-IAMUser -UserName frank | Out-Null; New-IAMLoginProfile -UserName frank -Password"
                                + " 'Correct+h0rse' | Out-Null; Write-IAMUserPolicy -UserName frank -PolicyName factor"
                                + " -PolicyDocument '" + WITH_FACTOR + "'; New-IAMRole -RoleName guarded"
                                + " -AssumeRolePolicyDocument '" + TRUST
                                + "' | Out-Null; $k = New-IAMAccessKey -UserName frank;"
                                + " \"$($k.AccessKeyId) $($k.SecretAccessKey)\"")
                .split(" ", -1);
        Key frank = new Key(key[0], key[1], null);
        Authenticator device = enabled();

        String assume = "Use-STSRole -RoleSessionName shift -RoleArn arn:aws:iam::" + ACCOUNT + ":role/guarded";
        assertThat(ended(frank, assume).status()).isOne();
        assertThat(run(
                        frank,
                        "$c = Get-STSSessionToken -SerialNumber " + SERIAL + " -TokenCode " + device.code() + "; ("
                                + assume + " -AccessKey $c.AccessKeyId -SecretKey $c.SecretAccessKey -SessionToken"
                                + " $c.SessionToken).AssumedRoleUser.Arn"))
                .endsWith(":assumed-role/guarded/shift");
    }

    /** Made and enabled in one half minute: codes that come later count as those of a clock that is behind. */
    private Authenticator enabled() throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Authenticator device = new Authenticator(
                    home,
                    run(
                            ADMINISTRATOR,
                            "$d = New-IAMVirtualMFADevice -VirtualMFADeviceName frank;"
                                    + " [System.Text.Encoding]::ASCII.GetString($d.Base32StringSeed)"));
            long step = Authenticator.step();
            assertThat(run(
                            ADMINISTRATOR,
                            "Enable-IAMMFADevice -UserName frank -SerialNumber " + SERIAL + " -AuthenticationCode1 "
                                    + device.code(2) + " -AuthenticationCode2 " + device.code(1)
                                    + "; (Get-IAMMFADevice frank).SerialNumber"))
                    .isEqualTo(SERIAL);
            if (Authenticator.step() == step) {
                return device;
            }
            run(
                    ADMINISTRATOR,
                    "Disable-IAMMFADevice -UserName frank -SerialNumber " + SERIAL
                            + " -Force; Remove-IAMVirtualMFADevice -SerialNumber " + SERIAL + " -Force");
        }
        throw new AssertionError("a cmdlet needs longer than a code counts");
    }

    private String run(Key key, String line) throws Exception {
        Ended ended = ended(key, line);
        assertThat(ended.status()).as(ended.out()).isZero();
        return ended.out().strip();
    }

    private Ended ended(Key key, String line) throws Exception {
        ProcessBuilder builder = Commands.process(
                        program, home, List.of(Program.launcher().toString(), line))
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "AWS_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL", program.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", key.id(),
                        "AWS_SECRET_ACCESS_KEY", key.secret()));
        return Ended.of(builder.start());
    }
}
