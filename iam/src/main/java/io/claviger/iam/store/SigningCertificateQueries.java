package io.claviger.iam.store;

import io.claviger.iam.SigningCertificate;
import java.util.List;
import java.util.Optional;

/** What can be asked about signing certificates; {@link Reading} says what holds for all answers. */
public interface SigningCertificateQueries {

    /** The account's certificate of this ID. */
    Optional<SigningCertificate> byId(String accountId, String id);

    /** The certificates of a user, or of the root user if the account's ID is given; by ID. */
    List<SigningCertificate> ofOwner(String ownerId);
}
