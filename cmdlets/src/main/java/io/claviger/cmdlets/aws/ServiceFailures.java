package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.http.Unreachable;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorRecord.Cause;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reports the SDK's exceptions as AWS Tools do: as terminating errors with the service's message. If no service
 * answered, the message names the server.
 */
final class ServiceFailures {

    private static final String UNPARSABLE = "Unable to unmarshall response";
    private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: \\d+\\)$");
    private static final int OK = 200;

    private ServiceFailures() {}

    /** The error of a failed call. */
    static TerminatingError of(ServiceOperation operation, Connection connection, SdkException failed) {
        if (failed instanceof AwsServiceException answered) {
            AwsErrorDetails details = answered.awsErrorDetails();
            return details == null || details.errorCode() == null
                    ? notUnderstood(operation, connection, answered.statusCode())
                    : error(
                            operation,
                            ServiceErrors.cause(operation.service(), answered, details),
                            Objects.requireNonNullElse(details.errorMessage(), details.errorCode()));
        }
        String message = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        if (message.startsWith(UNPARSABLE)) {
            return notUnderstood(operation, connection, OK);
        }
        return error(
                operation,
                new Cause(List.of(AwsTypes.CLIENT), Map.of()),
                Unreachable.reason(failed, connection.trust())
                        .map(reason -> server(connection) + " " + reason)
                        .orElseGet(() -> ATTEMPTS.matcher(message).replaceAll("")));
    }

    /**
     * Refuses a response that is not the service's: one that is neither XML nor has a request ID, as all of AWS's have.
     * The SDK would take any page of HTML for an empty response, and a deletion would seem to have worked.
     */
    static void refuseOthersAnswer(ServiceOperation operation, Connection connection, AwsResponse response) {
        boolean named = !Objects.requireNonNullElse(response.responseMetadata().requestId(), "UNKNOWN")
                .equals("UNKNOWN");
        boolean xml = response.sdkHttpResponse()
                .firstMatchingHeader("Content-Type")
                .filter(type -> type.contains("/xml"))
                .isPresent();
        if (!named && !xml) {
            throw notUnderstood(
                    operation, connection, response.sdkHttpResponse().statusCode());
        }
    }

    private static TerminatingError notUnderstood(ServiceOperation operation, Connection connection, int status) {
        return error(
                operation,
                ServiceErrors.notUnderstood(status),
                server(connection) + " does not answer as " + operation.service() + " does: status " + status);
    }

    private static String server(Connection connection) {
        Optional<URI> endpoint = connection.endpoint();
        return endpoint.map(URI::toString).orElse("AWS");
    }

    private static TerminatingError error(ServiceOperation operation, Cause cause, String message) {
        return new TerminatingError(ErrorRecord.of(
                        ErrorCategory.INVALID_OPERATION, cause.type(), "System.InvalidOperationException", message)
                .about(new ShellObject(ObjectType.named(operation.cmdletType())).saying(operation.cmdletType()))
                .causedBy(cause));
    }
}
