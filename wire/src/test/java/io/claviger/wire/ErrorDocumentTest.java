package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class ErrorDocumentTest {

    private final OtherEnd otherEnd = new OtherEnd();

    static Stream<Arguments> modelled() {
        return Arrays.stream(Service.values())
                .flatMap(service -> ModelTable.rows("errors.tsv", service).stream()
                        .map(row -> Arguments.of(service, row[1], row[3])));
    }

    @ParameterizedTest
    @MethodSource("modelled")
    void theSdkReadsAModelledErrorAsItsException(Service service, String code, String exception) {
        OperationModel operation =
                WireTexts.operation(service, service == Service.IAM ? "GetUser" : "GetCallerIdentity");
        WireError error = ServiceModel.of(service).error(code, "Why & <what>\r\n");
        otherEnd.answer(error.status(), ResponseWriter.error(AnswerFormat.XML, service, error, "an-id"));
        AwsServiceException read = catchThrowableOfType(
                AwsServiceException.class, () -> otherEnd.send(operation, new RandomModels(1).request(operation)));
        assertThat(read.getClass().getSimpleName()).isEqualToIgnoringCase(inTheSdk(service, exception));
        assertThat(read.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(read.awsErrorDetails().errorMessage()).isEqualTo("Why & <what>\r\n");
        assertThat(read.statusCode()).isEqualTo(error.status());
        assertThat(read.requestId()).isEqualTo("an-id");
    }

    /** The SDK's own class of the exception; an SDK older than the operation has the service's common one only. */
    private static String inTheSdk(Service service, String exception) {
        String common = service == Service.IAM ? "IamException" : "StsException";
        return Set.of("InsufficientSessionLifetimeException", "InvalidSubjectCredentialsException")
                        .contains(exception)
                ? common
                : exception;
    }

    @Test
    void theDocumentIsWhatAwsSends() {
        WireError error = ServiceModel.of(Service.IAM).error("NoSuchEntity", "The user with name Bob cannot be found.");
        assertThat(new String(
                        ResponseWriter.error(AnswerFormat.XML, Service.IAM, error, "7a62c49f"), StandardCharsets.UTF_8))
                .isEqualTo("""
                        <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type>\
                        <Code>NoSuchEntity</Code><Message>The user with name Bob cannot be found.</Message></Error>\
                        <RequestId>7a62c49f</RequestId></ErrorResponse>
                        """);
    }

    @Test
    void anUnknownActionIsRefusedInTheFrontEndsNamespace() {
        byte[] xml = ResponseWriter.error(
                AnswerFormat.XML, Service.STS, WireError.invalidAction("Nope", "2011-06-15"), "id");
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("xmlns=\"http://webservices.amazon.com/AWSFault/2005-15-09\"")
                .contains("<Message>Could not find operation Nope for version 2011-06-15</Message>");
    }

    @Test
    void aFaultOfOursIsTheReceivers() {
        assertThat(WireError.internalFailure().type()).isEqualTo("Receiver");
        assertThat(ServiceModel.of(Service.IAM).error("ServiceFailure", "").type())
                .isEqualTo("Receiver");
        assertThat(WireError.missingAction().type()).isEqualTo("Sender");
    }
}
