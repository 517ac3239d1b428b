package io.claviger.iam;

import java.security.SecureRandom;

/** Makes account IDs: 12 digits, at random. Thread-safe. */
public final class AccountIds {

    private static final long FIRST = 100_000_000_000L;
    private static final long COUNT = 900_000_000_000L;

    private final SecureRandom random;

    /** Takes random bits from the given source. */
    public AccountIds(SecureRandom random) {
        this.random = random;
    }

    /** An account ID whose first digit is not 0. */
    public String random() {
        return Long.toString(FIRST + random.nextLong(COUNT));
    }
}
