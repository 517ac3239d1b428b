package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK throws, as AWS Tools report it: terminating, with the service's own sentence. */
final class Failures {

    private Failures() {}

    /** The error of a failed call. */
    static TerminatingError of(Service service, SdkException failed) {
        String message = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        String type = "Amazon.Runtime.AmazonClientException";
        if (failed instanceof AwsServiceException answered) {
            type = type(service, answered);
            if (answered.awsErrorDetails() != null && answered.awsErrorDetails().errorMessage() != null) {
                message = answered.awsErrorDetails().errorMessage();
            }
        }
        return new TerminatingError(
                ErrorRecord.of(ErrorCategory.INVALID_OPERATION, type, "System.InvalidOperationException", message)
                        .causedBy(type));
    }

    private static String type(Service service, AwsServiceException answered) {
        String name = answered.getClass().getSimpleName();
        return name.equals("IamException") || name.equals("StsException") || name.equals("AwsServiceException")
                ? service.exception()
                : service.model(name);
    }
}
