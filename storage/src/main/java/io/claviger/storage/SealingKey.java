package io.claviger.storage;

import java.nio.file.Path;

/**
 * Where the key comes from under which secrets are sealed: 32 bytes in base 64, made by {@code openssl rand -base64 32}
 * for instance. Whoever loses it loses every secret access key.
 */
public sealed interface SealingKey {

    /** The key in a file, which is made, for its owner alone, when a new database is opened and there is none. */
    record InFile(Path file) implements SealingKey {}

    /** The key itself, such as from an environment variable. Its {@link #toString} shows nothing. */
    record Given(String key) implements SealingKey {

        @Override
        public String toString() {
            return "Given[…]";
        }
    }
}
