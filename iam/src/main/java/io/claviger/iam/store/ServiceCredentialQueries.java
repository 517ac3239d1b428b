package io.claviger.iam.store;

import io.claviger.iam.ServiceCredential;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked about credentials for services; {@link Reading} says what holds for all answers. */
public interface ServiceCredentialQueries {

    /** The credential of this ID, in any account. */
    Optional<ServiceCredential> byId(String id);

    /** The credential that a service knows by this login. */
    Optional<ServiceCredential> withLogin(String accountId, String service, String login);

    /** A user's credentials; by ID. */
    List<ServiceCredential> ofUser(String userId);

    /**
     * The account's credentials; by ID, and the slice's position is an ID. They have no use for the slice's path.
     *
     * @param service only credentials for this service; null for all
     */
    List<ServiceCredential> list(String accountId, @Nullable String service, Slice slice);
}
