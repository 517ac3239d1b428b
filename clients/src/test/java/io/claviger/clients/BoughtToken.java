package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hardware token that is bought with the key of RFC 6238's test vectors as its seed. */
final class BoughtToken {

    static final String SERIAL_NUMBER = "GAHT12345678";

    private static final String HEXADECIMAL = "3132333435363738393031323334353637383930";
    private static final String BASE_32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private BoughtToken() {}

    /** The options with which the program knows the token: its vendor's file is declared. */
    static String[] options(Path directory) throws IOException {
        Files.writeString(directory.resolve("tokens.csv"), SERIAL_NUMBER + "," + HEXADECIMAL + "\n");
        Path declaration = directory.resolve("declaration.yaml");
        Files.writeString(declaration, "hardware_tokens:\n  - seeds_file: tokens.csv\n");
        return new String[] {"--bootstrap", declaration.toString()};
    }

    /** The token itself. */
    static Authenticator display(Path home) {
        return new Authenticator(home, BASE_32);
    }
}
