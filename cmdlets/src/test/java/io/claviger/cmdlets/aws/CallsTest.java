package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Calls to a service: keys, pages, and what is written. */
class CallsTest extends AnsweringService {

    @Test
    void aKeyWithoutItsSecretIsRefusedAndNoOtherKeySigns() {
        assertThat(run("Get-IAMUser -AccessKey AKIAGIVEN")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("-AccessKey is given without -SecretKey.");
        assertThat(requests).isEmpty();
    }

    @Test
    void aNewKeyGoesOnToAnotherCmdlet() {
        assertThat(run("New-IAMAccessKey -UserName alice | Remove-IAMAccessKey -Force"))
                .isZero();
        assertThat(requests).hasSize(2);
    }

    @Test
    void aNewKeyIsPrintedAsThePageShowsIt() {
        assertThat(run("New-IAMAccessKey -UserName alice")).isZero();
        assertThat(printed()).isEqualTo("""

                AccessKeyId     : AKIAIOSFODNN7EXAMPLE
                CreateDate      : 9/4/2019 12:46:18 PM
                SecretAccessKey : wJalr
                Status          : Active
                UserName        : alice

                """);
    }

    @Test
    void nullForWhatIsRequiredIsWarnedOfAndGoesToTheService() {
        run("Get-IAMAccessKeyLastUsed -AccessKeyId $null; New-IAMAccessKey -UserName $null -Select AccessKey.Status");
        assertThat(printed()).startsWith("""
                WARNING: You are passing $null as a value for parameter AccessKeyId which is marked as required. In case you \
                believe this parameter was incorrectly marked as required, report this by opening an issue at \
                https://github.com/aws/aws-tools-for-powershell/issues.
                """).endsWith("Active\n\n").containsOnlyOnce("WARNING");
        assertThat(requests).hasSize(2);
    }

    @Test
    void pagesAreFetchedUntilTheLast() {
        run("(Get-IAMUserList).UserName");
        assertThat(printed()).isEqualTo("u0\nu1\nu2\n");
        assertThat(requests).hasSize(3);
    }

    @Test
    void nobodyFetchesAPageThatNobodyWants() {
        run("Get-IAMUserList | Select-Object -First 2 -ExpandProperty UserName");
        assertThat(printed()).isEqualTo("u0\nu1\n");
        assertThat(requests).hasSize(2);
    }

    @Test
    void pagesAreFetchedOnThoughManyOtherClientsAreOpenedMeanwhile() {
        run("Get-IAMUserList | ForEach-Object { $_.UserName; foreach ($i in 1..40) {"
                + " Get-IAMUser -AccessKey \"A$i\" -SecretKey s } }");
        assertThat(printed()).isEqualTo("u0\nu1\nu2\n");
        assertThat(requests).hasSize(123);
    }

    @Test
    void aMarkerOrASwitchStopsAtOnePage() {
        run("(Get-IAMUserList -NoAutoIteration).UserName; (Get-IAMUserList -Marker p1).UserName");
        assertThat(printed()).isEqualTo("u0\nu1\n");
    }

    @Test
    void selectionsWriteWhatTheyName() {
        run("New-IAMAccessKey -UserName alice -Select AccessKey.Status; New-IAMAccessKey alice -Select ^username;"
                + " (New-IAMAccessKey alice -Select *).AccessKey.UserName; Remove-IAMAccessKey -AccessKeyId AK -Force");
        assertThat(printed()).isEqualTo("Active\nalice\nalice\n");
        assertThat(run("New-IAMAccessKey -Select Nothing")).isOne();
        assertThat(requests).hasSize(4);
    }

    @Test
    void keysAreFoundInTheOrderOfAwsTools() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), """
                [default]
                aws_access_key_id = AKIADEFAULT
                aws_secret_access_key = a
                [work]
                aws_access_key_id = AKIAWORK
                aws_secret_access_key = b
                region = eu-central-1
                """);
        run("Get-IAMUser -AccessKey AKIAGIVEN -SecretKey x");
        run("Get-IAMUser -ProfileName work");
        run("Get-IAMUser");
        environment.remove("AWS_ACCESS_KEY_ID");
        run("Get-IAMUser");
        environment.put("AWS_PROFILE", "work");
        run("Get-IAMUser");
        assertThat(signatures)
                .extracting(
                        one -> one.replaceAll(".*Credential=([^,]*),.*", "$1").replaceAll("/\\d+/", "/"))
                .containsExactly(
                        "AKIAGIVEN/us-east-1/iam/aws4_request",
                        "AKIAWORK/eu-central-1/iam/aws4_request",
                        "AKIAENVIRONMENT/us-east-1/iam/aws4_request",
                        "AKIADEFAULT/us-east-1/iam/aws4_request",
                        "AKIAWORK/eu-central-1/iam/aws4_request");
        assertThat(run("Get-IAMUser -ProfileName missing")).isOne();
        assertThat(signatures).hasSize(5);
    }
}
