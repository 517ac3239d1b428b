package io.claviger.iam;

import io.claviger.iam.AccessKey.Status;
import java.time.Instant;
import java.util.List;

/**
 * An X.509 certificate that a user or the root user signs with.
 *
 * @param id 32 characters of base 32: the SHA-1 of the certificate. An account has a certificate once
 * @param ownerId the user's unique ID, or the account's ID for the root user
 * @param body the certificate in PEM, as it was uploaded
 */
public record SigningCertificate(
        String accountId, String id, String ownerId, String body, Status status, Instant uploadDate) implements Entity {

    /** The same certificate in another status. */
    public SigningCertificate withStatus(Status newStatus) {
        return new SigningCertificate(accountId, id, ownerId, body, newStatus, uploadDate);
    }

    /** Its own ID is not unique: other accounts may have the certificate too. */
    @Override
    public List<String> touches() {
        return List.of(ownerId);
    }
}
