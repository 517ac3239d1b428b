package io.claviger.federation.saml;

/** A response that is not taken, and what to say of it. Carries no stack trace: it is an answer, not a fault. */
public final class AssertionRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    AssertionRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why a response is not taken. */
    public enum Reason {
        /** It is no response, not the provider's, or not meant for here. */
        INVALID,
        /** It was good once. */
        EXPIRED,
        /** The provider itself says that nobody was authenticated. */
        REJECTED_BY_PROVIDER
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the caller reads. */
    public String text() {
        return String.valueOf(getMessage());
    }

    static AssertionRefused invalid(String message) {
        return new AssertionRefused(Reason.INVALID, message);
    }

    static AssertionRefused expired(String message) {
        return new AssertionRefused(Reason.EXPIRED, message);
    }

    /** The same words for whatever is wrong with a signature, or with what it covers, so that nobody can feel their way. */
    static AssertionRefused signature() {
        return invalid("Response signature invalid");
    }
}
