package io.claviger.policy;

import io.claviger.policy.json.Position;
import java.io.Serial;

/** Ends the parsing of a policy; never leaves the package. Carries no stack trace, since bad policies are cheap to send. */
final class PolicyFault extends Exception {

    static final String SYNTAX = "Syntax errors in policy.";
    static final String LEGACY = "The policy failed legacy parsing";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MalformedPolicy policy;

    PolicyFault(String message, Position at) {
        super(message, null, false, false);
        this.policy = new MalformedPolicy(message, at);
    }

    static PolicyFault syntax(Position at) {
        return new PolicyFault(SYNTAX, at);
    }

    static PolicyFault legacy(Position at) {
        return new PolicyFault(LEGACY, at);
    }

    MalformedPolicy policy() {
        return policy;
    }
}
