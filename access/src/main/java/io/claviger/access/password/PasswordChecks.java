package io.claviger.access.password;

import io.claviger.access.attempt.Network;
import io.claviger.access.attempt.Turns;
import io.claviger.iam.PasswordHash;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks the passwords of those who claim to be somebody. One is checked at a time, so that checking takes no more than 19
 * MiB and one processor, no matter who tries; whose is next, {@link io.claviger.access.attempt.AttemptLine} says. Somebody
 * who has no password is told from a wrong password neither by the verdict nor by its time. Thread-safe.
 */
public final class PasswordChecks {

    // Less than a silent connection lives.
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Passwords passwords;
    private final RefusedPasswords refused = new RefusedPasswords();
    private final Turns turns = new Turns(PATIENCE);

    /** Compares with hashes that these passwords made. */
    public PasswordChecks(Passwords passwords) {
        this.passwords = passwords;
    }

    /** What came of a check. */
    public enum Verdict {
        RIGHT,
        /** The password is another one, or there is none. */
        WRONG,
        /** Nothing was looked at. */
        TRY_LATER
    }

    /**
     * Checks a password when its turn has come, which may take 25 seconds.
     *
     * @param peer the address of the connection's other end
     * @param hash finds the right password's hash, whenever it is needed; empty if there is none
     */
    public Verdict check(Claim claim, String peer, Supplier<Optional<PasswordHash>> hash) {
        Network network = Network.of(peer);
        if (refused.contains(claim, network, orNobodys(hash.get()))) {
            return Verdict.WRONG;
        }
        return turns.run(claim.whom(), network, () -> compare(claim, network, hash.get()), Verdict.RIGHT::equals)
                .orElse(Verdict.TRY_LATER);
    }

    private Verdict compare(Claim claim, Network network, Optional<PasswordHash> known) {
        PasswordHash hash = orNobodys(known);
        if (passwords.matches(claim.password(), hash) && known.isPresent()) {
            return Verdict.RIGHT;
        }
        refused.add(claim, network, hash);
        return Verdict.WRONG;
    }

    /** That of nobody takes as long to check as any. */
    private static PasswordHash orNobodys(Optional<PasswordHash> hash) {
        return hash.orElse(Passwords.NOBODYS);
    }
}
