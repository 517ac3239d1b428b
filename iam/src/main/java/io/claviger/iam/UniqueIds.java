package io.claviger.iam;

import java.security.SecureRandom;

/**
 * Makes the unique IDs of IAM's entities: a prefix that shows the kind, and 17 characters of base 32. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">
 *     Unique identifiers</a>
 */
public final class UniqueIds {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int RANDOM_CHARACTERS = 17;

    private final SecureRandom random;

    /** Takes random bits from the given source. */
    public UniqueIds(SecureRandom random) {
        this.random = random;
    }

    /** A user's: {@code AIDA…}. */
    public String user() {
        return "AIDA" + randomPart();
    }

    /** A group's: {@code AGPA…}. */
    public String group() {
        return "AGPA" + randomPart();
    }

    /** A managed policy's: {@code ANPA…}. */
    public String policy() {
        return "ANPA" + randomPart();
    }

    /** A role's: {@code AROA…}. */
    public String role() {
        return "AROA" + randomPart();
    }

    /** An instance profile's: {@code AIPA…}. */
    public String instanceProfile() {
        return "AIPA" + randomPart();
    }

    /** A server certificate's: {@code ASCA…}. */
    public String serverCertificate() {
        return "ASCA" + randomPart();
    }

    /** A credential's for a service: {@code ACCA…}. */
    public String serviceCredential() {
        return "ACCA" + randomPart();
    }

    private String randomPart() {
        StringBuilder id = new StringBuilder(RANDOM_CHARACTERS);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            id.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
        }
        return id.toString();
    }
}
