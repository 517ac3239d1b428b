package io.claviger.iam.store;

import io.claviger.iam.ConsoleSession;
import java.util.List;
import java.util.Optional;

/** What can be asked about sessions of the web console; {@link Reading} says what holds for all answers. */
public interface ConsoleSessionQueries {

    /** The session of this ID. */
    Optional<ConsoleSession> byId(String id);

    /** The sessions of a user, of a role, or of the root user if the account's ID is given; by ID. */
    List<ConsoleSession> ofOwner(String ownerId);
}
