package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.Prompts;
import java.util.Optional;

/**
 * Asks for the code of an MFA device.
 *
 * @param prompts asks the user; empty if no one may be asked
 */
record DeviceCodePrompt(Optional<Prompts> prompts) {

    /** The code that was typed. */
    String code() {
        return prompts.orElseThrow(() -> KeyErrors.of("A device's code is needed, and nobody is asked for it."))
                .secret("Enter MFA code:")
                .strip();
    }

    boolean asks() {
        return prompts.isPresent();
    }
}
