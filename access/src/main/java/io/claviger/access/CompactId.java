package io.claviger.access;

import io.claviger.iam.Base32;

/**
 * The forms of unique IDs in compact bytes. An entity's is 21 characters of base 32, so 105 bits; an account's is 12 digits,
 * so 40 bits.
 */
final class CompactId {

    /** Stands before a text that is neither. */
    static final int TEXT = 0;

    /** Stands before the bits of an entity's ID. */
    static final int UNIQUE_ID = 1;

    /** Stands before the bits of an account's ID. */
    static final int ACCOUNT = 2;

    static final int ACCOUNT_BYTES = 5;

    /** An ID is parted in two, of which each fits into a long. */
    static final int FIRST_CHARACTERS = 9;

    static final int LAST_CHARACTERS = 12;
    static final int FIRST_BYTES = 6;

    private static final int BITS = 5;
    private static final int ACCOUNT_DIGITS = 12;

    private CompactId() {}

    static boolean isUniqueId(String id) {
        return id.length() == FIRST_CHARACTERS + LAST_CHARACTERS
                && id.chars().allMatch(character -> Base32.ALPHABET.indexOf(character) >= 0);
    }

    static boolean isAccount(String id) {
        return id.length() == ACCOUNT_DIGITS && id.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** The bits of twelve characters of base 32 at most. */
    static long bits(String characters) {
        long bits = 0;
        for (int i = 0; i < characters.length(); i++) {
            bits = (bits << BITS) | Base32.ALPHABET.indexOf(characters.charAt(i));
        }
        return bits;
    }

    /** The characters that have these bits. */
    static String characters(long bits, int count) {
        StringBuilder characters = new StringBuilder(count);
        for (int shift = (count - 1) * BITS; shift >= 0; shift -= BITS) {
            characters.append(Base32.ALPHABET.charAt((int) (bits >>> shift) & ((1 << BITS) - 1)));
        }
        return characters.toString();
    }
}
