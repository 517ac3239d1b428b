package io.claviger.wire;

/**
 * A refusal as the query protocol carries it. Immutable. What wire itself refuses, and which of the texts are
 * established, stands in {@code docs/wire-errors.md}; see also
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common errors</a>.
 *
 * @param code AWS's name of the error, such as {@code NoSuchEntity}
 * @param status the HTTP status, from 400 to 599
 * @param message what the caller reads; holds no secret. Empty if AWS says nothing: then the answer has no message
 */
public record WireError(String code, int status, String message) {

    /** The code of most refusals of a parameter. */
    public static final String VALIDATION_ERROR = "ValidationError";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int STATUS_END = 600;

    /** Refuses a status that is not an error's. */
    public WireError {
        if (status < BAD_REQUEST || status >= STATUS_END) {
            throw new IllegalArgumentException("Not the status of an error: " + status);
        }
    }

    /** Whose fault it is: {@code Sender} below status 500, else {@code Receiver}. */
    public String type() {
        return status < INTERNAL_SERVER_ERROR ? "Sender" : "Receiver";
    }

    /** The request names no action. */
    public static WireError missingAction() {
        return new WireError("MissingAction", BAD_REQUEST, "Missing Action");
    }

    /** The service has no such action in that version. */
    public static WireError invalidAction(String action, String version) {
        String message = "Could not find operation " + Echo.of(action) + " for version " + Echo.of(version);
        return new WireError("InvalidAction", BAD_REQUEST, message);
    }

    /** The request names no version. */
    public static WireError missingVersion(String action) {
        return invalidAction(action, "NO_VERSION_SPECIFIED");
    }

    /** A parameter breaks a constraint; the message says which. */
    public static WireError validation(String message) {
        return new WireError(VALIDATION_ERROR, BAD_REQUEST, message);
    }

    /** A parameter's text is not of its type. */
    public static WireError malformedInput(String message) {
        return new WireError("MalformedInput", BAD_REQUEST, message);
    }

    /** The query or the form cannot be read; AWS documents 404 for it. */
    public static WireError malformedQueryString(String message) {
        return new WireError("MalformedQueryString", NOT_FOUND, message);
    }

    /** For a moment, nobody can be served; the caller is to try again. */
    public static WireError serviceUnavailable() {
        return new WireError(
                "ServiceUnavailable",
                SERVICE_UNAVAILABLE,
                "The request has failed due to a temporary failure of the server.");
    }

    /** An unexpected fault; the message says nothing of it. */
    public static WireError internalFailure() {
        return new WireError(
                "InternalFailure",
                INTERNAL_SERVER_ERROR,
                "The request processing has failed because of an unknown error, exception or failure.");
    }
}
