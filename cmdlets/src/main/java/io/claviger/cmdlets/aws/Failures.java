package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What the SDK throws, as AWS Tools report it: terminating, with the service's own sentence. Where no service answered, the
 * sentence names the server that was asked.
 */
final class Failures {

    private static final String CLIENT = "Amazon.Runtime.AmazonClientException";
    private static final String NOT_UNDERSTOOD = "Amazon.Runtime.AmazonUnmarshallingException";
    private static final String UNPARSABLE = "Unable to unmarshall response";
    private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: \\d+\\)$");
    private static final int OK = 200;

    private Failures() {}

    /** The error of a failed call. */
    static TerminatingError of(Service service, Connection connection, SdkException failed) {
        if (failed instanceof AwsServiceException answered) {
            AwsErrorDetails details = answered.awsErrorDetails();
            return details == null || details.errorCode() == null
                    ? notUnderstood(service, connection, answered.statusCode())
                    : error(
                            type(service, answered),
                            Objects.requireNonNullElse(details.errorMessage(), details.errorCode()));
        }
        String message = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        if (message.startsWith(UNPARSABLE)) {
            return notUnderstood(service, connection, OK);
        }
        return error(
                CLIENT,
                Unreachable.reason(failed)
                        .map(reason -> server(connection) + " " + reason)
                        .orElseGet(() -> ATTEMPTS.matcher(message).replaceAll("")));
    }

    /**
     * Refuses an answer that is none of the service's: what is not XML and bears no request's ID, as every answer of AWS
     * does. The SDK takes any page of HTML for an answer without members, and a deletion would seem done.
     */
    static void refuseOthersAnswer(Service service, Connection connection, AwsResponse response) {
        boolean named = !Objects.requireNonNullElse(response.responseMetadata().requestId(), "UNKNOWN")
                .equals("UNKNOWN");
        boolean xml = response.sdkHttpResponse()
                .firstMatchingHeader("Content-Type")
                .filter(type -> type.contains("/xml"))
                .isPresent();
        if (!named && !xml) {
            throw notUnderstood(service, connection, response.sdkHttpResponse().statusCode());
        }
    }

    private static TerminatingError notUnderstood(Service service, Connection connection, int status) {
        return error(NOT_UNDERSTOOD, server(connection) + " does not answer as " + service + " does: status " + status);
    }

    private static String server(Connection connection) {
        Optional<URI> endpoint = connection.endpoint();
        return endpoint.map(URI::toString).orElse("AWS");
    }

    private static TerminatingError error(String type, String message) {
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
