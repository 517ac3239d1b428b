package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.Prompts;
import java.util.Optional;

/**
 * Asks for the code of a device.
 *
 * @param prompts whoever sits at the terminal; empty where nobody is to be asked
 */
record Asker(Optional<Prompts> prompts) {

    /** The code that was typed. */
    String code() {
        return prompts.orElseThrow(() -> Refusals.of("A device's code is needed, and nobody is asked for it."))
                .secret("Enter MFA code:")
                .strip();
    }

    boolean asks() {
        return prompts.isPresent();
    }
}
