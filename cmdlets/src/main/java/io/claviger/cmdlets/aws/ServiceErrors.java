package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.value.Enumerated;
import io.claviger.cmdlets.value.ErrorRecord.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A service's refusals as the exceptions of AWS's SDK for .NET, whose properties scripts read. */
final class ServiceErrors {

    private static final String ANY_SERVICE = "Amazon.Runtime.AmazonServiceException";
    private static final String NOT_UNDERSTOOD = "Amazon.Runtime.AmazonUnmarshallingException";
    private static final int SERVERS_FAULT = 500;

    /** The names of {@code System.Net.HttpStatusCode} that services answer with when they refuse or fail. */
    private static final Map<Integer, String> STATUS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(405, "MethodNotAllowed"),
            Map.entry(408, "RequestTimeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "RequestEntityTooLarge"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalServerError"),
            Map.entry(501, "NotImplemented"),
            Map.entry(502, "BadGateway"),
            Map.entry(503, "ServiceUnavailable"),
            Map.entry(504, "GatewayTimeout"));

    private ServiceErrors() {}

    /** The exception for what the service answered. */
    static Cause cause(Service service, AwsServiceException answered, String code) {
        String name = answered.getClass().getSimpleName();
        boolean unnamed =
                name.equals("IamException") || name.equals("StsException") || name.equals("AwsServiceException");
        return new Cause(
                unnamed
                        ? List.of(service.exception(), ANY_SERVICE)
                        : List.of(service.model(name), service.exception(), ANY_SERVICE),
                properties(answered.statusCode(), code, answered.requestId()));
    }

    /** The exception for an answer that is none of the service's. */
    static Cause notUnderstood(int status) {
        return new Cause(List.of(NOT_UNDERSTOOD, ANY_SERVICE), properties(status, null, null));
    }

    private static Map<String, @Nullable Object> properties(
            int status, @Nullable String code, @Nullable String requestId) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("ErrorType", errorType(status, code));
        properties.put("ErrorCode", code);
        properties.put("RequestId", requestId);
        properties.put(
                "StatusCode",
                new Enumerated(
                        "System.Net.HttpStatusCode", STATUS.getOrDefault(status, String.valueOf(status)), status));
        return properties;
    }

    private static Enumerated errorType(int status, @Nullable String code) {
        String type = "Amazon.Runtime.ErrorType";
        if (code == null) {
            return new Enumerated(type, "Unknown", 2);
        }
        return status < SERVERS_FAULT ? new Enumerated(type, "Sender", 0) : new Enumerated(type, "Receiver", 1);
    }
}
