package io.claviger.policy.parse;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.json.Position;
import java.io.Serial;

/** Ends the parsing of a policy; never leaves the package. Carries no stack trace, since bad policies are cheap to send. */
final class PolicyFault extends Exception {

    static final String SYNTAX = "Syntax errors in policy.";
    static final String LEGACY = "The policy failed legacy parsing";
    static final String CONTROL =
            "The provided policy document does not meet the requirements of the specified policy type.";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MalformedPolicy policy;

    /** A fault for which AWS's words say what is wrong. */
    PolicyFault(String message, Position at) {
        this(message, message, at);
    }

    /** A fault for which AWS's words do not say what is wrong. */
    PolicyFault(String message, String reason, Position at) {
        super(message, null, false, false);
        this.policy = new MalformedPolicy(message, reason, at);
    }

    static PolicyFault syntax(String reason, Position at) {
        return new PolicyFault(SYNTAX, reason, at);
    }

    static PolicyFault legacy(String reason, Position at) {
        return new PolicyFault(LEGACY, reason, at);
    }

    /** A service or resource control policy that Organizations does not take; it does not say why. */
    static PolicyFault control(String reason, Position at) {
        return new PolicyFault(CONTROL, reason, at);
    }

    MalformedPolicy policy() {
        return policy;
    }
}
