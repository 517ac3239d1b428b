package io.claviger.iam.store;

import io.claviger.iam.SshPublicKey;
import java.util.List;
import java.util.Optional;

/** What can be asked about public keys for SSH; {@link Reading} says what holds for all answers. */
public interface SshPublicKeyQueries {

    /** The key of this ID, in any account. */
    Optional<SshPublicKey> byId(String id);

    /** A user's keys; by ID. */
    List<SshPublicKey> ofUser(String userId);
}
