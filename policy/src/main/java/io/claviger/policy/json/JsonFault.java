package io.claviger.policy.json;

import java.io.Serial;

/** Ends the reading of a text; never leaves the package. Carries no stack trace, since hostile texts are cheap to send. */
final class JsonFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    final String reason;
    final transient Position at;

    JsonFault(String reason, Position at) {
        super(reason, null, false, false);
        this.reason = reason;
        this.at = at;
    }
}
