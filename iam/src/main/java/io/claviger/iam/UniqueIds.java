package io.claviger.iam;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes the unique IDs of IAM's entities: a prefix that shows the kind, and 17 characters of base 32. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">
 *     Unique identifiers</a>
 */
public final class UniqueIds {

    private static final int RANDOM_CHARACTERS = 17;

    private static final int ORGANIZATION_CHARACTERS = 10;

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

    /** A SAML provider's: {@code SAMLSP…}. */
    public String samlProvider() {
        return "SAMLSP" + randomPart();
    }

    /** That of a SAML provider's private key: {@code SAMLPK…}. */
    public String samlPrivateKey() {
        return "SAMLPK" + randomPart();
    }

    /** An organization's: {@code o-…}. */
    public String organization() {
        return "o-" + randomPart().substring(0, ORGANIZATION_CHARACTERS).toLowerCase(Locale.ROOT);
    }

    /** A UUID of version 4 (RFC 9562). */
    public String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    /** An OIDC provider's: {@code OIDC…}. AWS shows no such ID; it names the provider in the log of changes. */
    public String oidcProvider() {
        return "OIDC" + randomPart();
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
        return Base32.random(random, RANDOM_CHARACTERS);
    }
}
