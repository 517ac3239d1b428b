package io.claviger.iam;

/**
 * A password after hashing, in the hash's own encoded form. Its {@link #toString} shows nothing.
 *
 * @param encoded the PHC string, such as {@code $argon2id$v=19$m=…}
 */
public record PasswordHash(String encoded) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
