package io.claviger.federation.oidc;

/** Why a token proves nothing. Carries no stack trace: it is an answer, not a fault. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String reason;

    /** What is wrong, as far as a program must know it. */
    public enum Kind {
        /** The token is not one that the issuer made for this audience. */
        INVALID,
        /** It was one, and its time is over. */
        EXPIRED,
        /** Nobody can say for the moment: the issuer does not answer. To try again may help. */
        UNREACHABLE
    }

    private TokenRefused(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
        this.reason = reason;
    }

    static TokenRefused invalid(String reason) {
        return new TokenRefused(Kind.INVALID, reason);
    }

    static TokenRefused expired(String reason) {
        return new TokenRefused(Kind.EXPIRED, reason);
    }

    static TokenRefused noJwt() {
        return invalid(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }

    static TokenRefused noKey() {
        return invalid("Couldn't retrieve verification key from your identity provider,  please reference"
                + " AssumeRoleWithWebIdentity documentation for requirements");
    }

    static TokenRefused unreachable() {
        return new TokenRefused(Kind.UNREACHABLE, "Couldn't reach your identity provider, please try again");
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What the caller reads: AWS's text, if it is known. */
    public String reason() {
        return reason;
    }
}
