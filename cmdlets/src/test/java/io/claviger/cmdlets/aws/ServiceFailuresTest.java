package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of a service's errors. */
class ServiceFailuresTest extends AnsweringService {

    @Test
    void aRefusalIsTheServicesSentence() {
        assertThat(run("New-IAMAccessKey -UserName full")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("New-IAMAccessKey: Cannot exceed quota for AccessKeysPerUser: 2");
        run("try { New-IAMAccessKey -UserName full } catch { $_.FullyQualifiedErrorId }");
        assertThat(printed())
                .contains("Amazon.IdentityManagement.Model.LimitExceededException,"
                        + "Amazon.PowerShell.Cmdlets.IAM.NewIAMAccessKeyCmdlet");
    }

    @Test
    void aRefusalTellsItsCodeStatusAndRequest() {
        run("try { New-IAMAccessKey -UserName full } catch { $e = $_.Exception.InnerException; $e.ErrorCode;"
                + " $e.StatusCode; [int]$e.StatusCode; $e.RequestId; $e.ErrorType; $e.Message;"
                + " $_.CategoryInfo.ToString() }");
        assertThat(printed()).isEqualTo("""
                LimitExceeded
                Conflict
                409
                1
                Sender
                Cannot exceed quota for AccessKeysPerUser: 2
                InvalidOperation: (Amazon.PowerShell.C…wIAMAccessKeyCmdlet:NewIAMAccessKeyCmdlet) [New-IAMAccessKey], \
                InvalidOperationException
                """);
    }

    /** The service says whose fault an error is; where it does not, its status does. */
    @ParameterizedTest
    @CsvSource({
        "400, <Type>Sender</Type>, Sender",
        "400, <Type>Receiver</Type>, Receiver",
        "500, <Type>Sender</Type>, Sender",
        "500, <Type> receiver </Type>, Receiver",
        "400, <Type>Neither</Type>, Unknown",
        "400, <Type><Type>Receiver</Type></Type>, Sender",
        "400, , Sender",
        "501, , Receiver"
    })
    void whoseFaultAnErrorIsTheServiceSays(int status, @Nullable String type, String shown) {
        environment.put("AWS_MAX_ATTEMPTS", "1");
        refusal = "<ErrorResponse><Type>Receiver</Type><Error>" + (type == null ? "" : type)
                + "<Code>Odd</Code><Message>m</Message></Error><RequestId>1</RequestId></ErrorResponse>";
        refusalStatus = status;
        run("try { New-IAMAccessKey -UserName full } catch { $_.Exception.InnerException.ErrorType }");
        assertThat(printed()).isEqualTo(shown + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon.IdentityManagement.Model.LimitExceededException",
                "Amazon.IdentityManagement.AmazonIdentityManagementServiceException",
                "Amazon.Runtime.AmazonServiceException",
                "System.InvalidOperationException",
                "InvalidOperationException",
                "System.Exception",
                "Exception"
            })
    void aRefusalIsCaughtByItsTypeAndByThoseThatItExtends(String type) {
        run("try { New-IAMAccessKey -UserName full } catch [Amazon.IdentityManagement.Model.NoSuchEntityException] {"
                + " 'other' } catch [" + type + "] { 'caught' } catch { 'rest' }");
        assertThat(printed()).isEqualTo("caught\n");
    }
}
