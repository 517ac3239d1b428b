package io.claviger.server.console;

import java.io.Serial;

/** A body is not the JSON that it should be. Carries no stack trace, since such bodies are cheap to send. */
final class NotJson extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    NotJson() {
        super("the body is not a JSON object of texts", null, false, false);
    }
}
