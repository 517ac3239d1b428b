package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.command.Prompts;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the code of a device.
 *
 * @param prompts whoever sits at the terminal; null where nobody is to be asked
 */
record Asker(@Nullable Prompts prompts) {

    /** Nobody is asked. */
    static final Asker NOBODY = new Asker(null);

    /** The code that was typed. */
    String code() {
        if (prompts == null) {
            throw Refusals.of("A device's code is needed, and nobody is asked for it.");
        }
        return prompts.secret("Enter MFA code:").strip();
    }

    boolean asks() {
        return prompts != null;
    }
}
