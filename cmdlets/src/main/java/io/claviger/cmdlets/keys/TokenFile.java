package io.claviger.cmdlets.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with an identity provider's token, with which a role is assumed. */
final class TokenFile {

    private static final long MAX_BYTES = 20_000;

    private TokenFile() {}

    static String read(Path file) {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                return Files.readString(file).strip();
            }
        } catch (IOException _) {
            // Reported below.
        }
        throw KeyErrors.of("The token in '" + file + "' (web_identity_token_file) cannot be read.");
    }
}
