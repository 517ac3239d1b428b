package io.claviger.iam;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Access key IDs and secrets, and IDs of public keys, in AWS's format: four characters for the kind, then 16 of base 32 whose 80 bits are a set
 * bit, 40 bits of account ID, and 39 random ones. So you can read the account from a key ID without a look-up, as STS's
 * GetAccessKeyInfo does. Thread-safe.
 */
public final class AccessKeyIds {

    /** The prefix of a long-term key. */
    public static final String LONG_TERM = "AKIA";

    /** The prefix of a temporary key, which comes with a session token. */
    public static final String TEMPORARY = "ASIA";

    private static final String PUBLIC_KEY = "APKA";
    private static final int PREFIX_LENGTH = 4;
    private static final int CODED_LENGTH = 16;
    private static final int BITS_PER_CHARACTER = 5;
    private static final int RANDOM_BITS = 39;
    private static final int HALF_BITS = 40;
    private static final long HALF_MASK = (1L << HALF_BITS) - 1;
    private static final long MAX_ACCOUNT = 999_999_999_999L;

    private final SecureRandom random;

    /** Takes random bits from the given source. */
    public AccessKeyIds(SecureRandom random) {
        this.random = random;
    }

    /** A new ID of a long-term key of the account. */
    public String longTerm(String accountId) {
        return LONG_TERM + coded(Long.parseLong(accountId));
    }

    /** A new ID of a temporary key of the account. */
    public String temporary(String accountId) {
        return TEMPORARY + coded(Long.parseLong(accountId));
    }

    /** A new ID of a public key of the account: {@code APKA…}. */
    public String publicKey(String accountId) {
        return PUBLIC_KEY + coded(Long.parseLong(accountId));
    }

    /** A new secret access key: 40 characters of base 64, from 240 random bits. */
    public String secret() {
        byte[] bytes = new byte[30];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A new password for a service: 60 characters of base 64, from 360 random bits. */
    public String servicePassword() {
        byte[] bytes = new byte[45];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The account that a key ID of this format carries; empty if the text is not such an ID. */
    public static Optional<String> accountOf(String accessKeyId) {
        if (accessKeyId.length() != PREFIX_LENGTH + CODED_LENGTH) {
            return Optional.empty();
        }
        long high = 0;
        for (int i = 0; i < CODED_LENGTH / 2; i++) {
            int digit = Base32.ALPHABET.indexOf(accessKeyId.charAt(PREFIX_LENGTH + i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << BITS_PER_CHARACTER) | digit;
        }
        long low = Base32.ALPHABET.indexOf(accessKeyId.charAt(PREFIX_LENGTH + CODED_LENGTH / 2));
        if (low < 0) {
            return Optional.empty();
        }
        // The account's lowest bit is the first of the second half.
        long account = ((high & (HALF_MASK >>> 1)) << 1) | (low >>> (BITS_PER_CHARACTER - 1));
        return account > MAX_ACCOUNT ? Optional.empty() : Optional.of(String.format("%012d", account));
    }

    private String coded(long account) {
        long high = (1L << RANDOM_BITS) | (account >>> 1);
        long low = ((account & 1) << RANDOM_BITS) | (randomBits() & ((1L << RANDOM_BITS) - 1));
        StringBuilder id = new StringBuilder(CODED_LENGTH);
        append(id, high);
        append(id, low);
        return id.toString();
    }

    /** From one call: a source of secure numbers takes as long for a few bytes as for many. */
    private long randomBits() {
        byte[] bytes = new byte[Long.BYTES];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }

    private static void append(StringBuilder id, long half) {
        for (int shift = HALF_BITS - BITS_PER_CHARACTER; shift >= 0; shift -= BITS_PER_CHARACTER) {
            id.append(Base32.ALPHABET.charAt((int) (half >>> shift) & 31));
        }
    }
}
