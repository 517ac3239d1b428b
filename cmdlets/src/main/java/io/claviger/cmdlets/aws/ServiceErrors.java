package io.claviger.cmdlets.aws;

import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.ErrorRecord.Cause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/** A service's errors as exceptions of AWS's SDK for .NET, whose properties scripts read. */
final class ServiceErrors {

    private static final String ERROR_TYPE = "Amazon.Runtime.ErrorType";
    private static final int SERVERS_FAULT = 500;
    private static final List<String> TYPE = List.of("ErrorResponse", "Error", "Type");

    /** The names in {@code System.Net.HttpStatusCode} of the statuses of services' errors. */
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

    /** The exception for a service's error. */
    static Cause cause(AwsService service, AwsServiceException answered, AwsErrorDetails details) {
        String name = answered.getClass().getSimpleName();
        boolean unnamed =
                name.equals("IamException") || name.equals("StsException") || name.equals("AwsServiceException");
        return new Cause(
                unnamed
                        ? List.of(service.exception(), AwsTypes.ANY_SERVICE)
                        : List.of(service.model(name), service.exception(), AwsTypes.ANY_SERVICE),
                properties(answered.statusCode(), details.errorCode(), answered.requestId(), fault(details)));
    }

    /** The exception for a response that is not the service's. */
    static Cause notUnderstood(int status) {
        return new Cause(
                List.of(AwsTypes.NOT_UNDERSTOOD, AwsTypes.ANY_SERVICE),
                properties(status, null, null, Optional.empty()));
    }

    private static Map<String, @Nullable Object> properties(
            int status, @Nullable String code, @Nullable String requestId, Optional<String> type) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("ErrorType", errorType(status, code, type));
        properties.put("ErrorCode", code);
        properties.put("RequestId", requestId);
        properties.put(
                "StatusCode",
                new Enumerated(
                        "System.Net.HttpStatusCode", STATUS.getOrDefault(status, String.valueOf(status)), status));
        return properties;
    }

    /** Whose fault it is: as the service says, else by the status. */
    private static Enumerated errorType(int status, @Nullable String code, Optional<String> named) {
        String fault = code == null
                ? "unknown"
                : named.orElse(status < SERVERS_FAULT ? "sender" : "receiver").toLowerCase(Locale.ROOT);
        return switch (fault) {
            case "sender" -> new Enumerated(ERROR_TYPE, "Sender", 0);
            case "receiver" -> new Enumerated(ERROR_TYPE, "Receiver", 1);
            default -> new Enumerated(ERROR_TYPE, "Unknown", 2);
        };
    }

    /** The {@code Type} in the protocol's {@code Error}, which the SDK ignores. */
    private static Optional<String> fault(AwsErrorDetails details) {
        SdkBytes answer = details.rawResponse();
        if (answer == null) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Deque<String> path = new ArrayDeque<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(answer.asInputStream());
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> path.addLast(reader.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    case XMLStreamConstants.CHARACTERS -> {
                        if (List.copyOf(path).equals(TYPE)) {
                            return Optional.of(reader.getText().strip());
                        }
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }
}
