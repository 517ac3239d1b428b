package io.claviger.server.start;

import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.FirstStart.Outcome;
import io.claviger.server.composition.FirstStart.Recipient;
import io.claviger.server.start.FirstProfile.Kept;
import java.util.Optional;

/**
 * Hands the credentials of a new account to the operator: on standard output, and as a profile if one is wanted. Nothing
 * else holds them, so they must have been written before the account is made.
 *
 * @param profile empty if none is wanted
 */
public record FirstCredentials(Greeting greeting, Optional<FirstProfile> profile) implements Recipient {

    /** Begins to write: a pipe that nobody reads to its end is closed by the time that the credentials come. */
    @Override
    public void expect() {
        greeting.begin();
    }

    /**
     * Writes the credentials.
     *
     * @throws UnusableSetting if standard output does not take them
     */
    @Override
    public void receive(Outcome.Created created) {
        Kept kept = profile.map(wanted -> wanted.store(created, greeting.settings(), greeting.endpoint()))
                .orElseGet(Kept.Unasked::new);
        boolean written = greeting.print(created, kept);
        boolean secret =
                created.madePassword() != null || (created.madeSecret() != null && !(kept instanceof Kept.Stored));
        if (secret && !written) {
            takeBack(kept);
            throw new UnusableSetting("standard output does not take the credentials of the new account, so no account"
                    + " was made: let it go to a terminal or to a file with room. Or bring your own credentials:"
                    + " docs/operating.md names the variables");
        }
    }

    private void takeBack(Kept kept) {
        if (kept instanceof Kept.Stored) {
            profile.ifPresent(FirstProfile::remove);
        }
    }
}
