package io.claviger.storage.sealing;

import java.nio.file.Path;

/**
 * Where the key that seals secrets comes from: 32 bytes in base 64, made by {@code openssl rand -base64 32} for
 * instance. If you lose it, you lose every secret access key.
 */
public sealed interface SealingKey {

    /** The key in a file, which is made, for its owner alone, if it does not exist when a new database is opened. */
    record InFile(Path file) implements SealingKey {}

    /** The key itself, such as from an environment variable. Its {@link #toString} shows nothing. */
    record Given(String key) implements SealingKey {

        /**
         * Takes a key; white space around it does not count.
         *
         * @throws IllegalArgumentException if it is no sealing key; the message is a predicate and quotes nothing
         */
        public Given {
            key = key.strip();
            byte[] _ = KeyText.bytes(key);
        }

        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /**
     * The key that a database is sealed under, and the one that it is to be sealed under next: the database says which of
     * them is the present one. Its {@link #toString} shows nothing.
     */
    record Overlapping(Given before, Given next) implements SealingKey {

        @Override
        public String toString() {
            return "Overlapping[…]";
        }
    }

    /** A new key that nobody else has and that ends with the store: for a database that ends with it too. */
    record Ephemeral() implements SealingKey {}
}
