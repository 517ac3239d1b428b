package io.claviger.operations.gate;

/**
 * An operation's refusal, on its way out of a transaction, which it undoes. Carries no stack trace: it is an answer, not
 * a fault.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String reason;

    /** Refuses with the code, for the reason that the caller reads. */
    public Refused(ErrorCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /** Which error. */
    public ErrorCode code() {
        return code;
    }

    /** What the caller reads. */
    public String reason() {
        return reason;
    }

    public static Refused noSuchEntity(String reason) {
        return new Refused(ErrorCode.NO_SUCH_ENTITY, reason);
    }

    public static Refused alreadyExists(String reason) {
        return new Refused(ErrorCode.ENTITY_ALREADY_EXISTS, reason);
    }

    public static Refused deleteConflict(String reason) {
        return new Refused(ErrorCode.DELETE_CONFLICT, reason);
    }

    public static Refused limitExceeded(String reason) {
        return new Refused(ErrorCode.LIMIT_EXCEEDED, reason);
    }

    public static Refused quota(String name, int quota) {
        return limitExceeded("Cannot exceed quota for " + name + ": " + quota);
    }

    public static Refused invalidInput(String reason) {
        return new Refused(ErrorCode.INVALID_INPUT, reason);
    }

    public static Refused validation(String reason) {
        return new Refused(ErrorCode.VALIDATION_ERROR, reason);
    }
}
