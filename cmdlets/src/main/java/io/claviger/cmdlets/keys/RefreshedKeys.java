package io.claviger.cmdlets.keys;

import io.claviger.powershell.value.TerminatingError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Keys that expire: obtained when they are first needed, and again before they expire. If that fails, keys that have
 * not expired stay in use. Safe for use by several threads.
 */
final class RefreshedKeys implements AwsCredentialsProvider {

    private static final Duration EARLY = Duration.ofMinutes(5);

    /** Where keys come from. */
    interface Origin {

        /**
         * Keys.
         *
         * @throws TerminatingError if there are none
         */
        KeysDocument ask();

        /** Whether to obtain keys again, though they have not expired. */
        default boolean changed() {
            return false;
        }
    }

    private final Origin origin;
    private final InstantSource clock;
    private @Nullable KeysDocument kept;

    RefreshedKeys(Origin origin, InstantSource clock) {
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        KeysDocument old = kept;
        boolean same = old != null && !origin.changed();
        if (same && old != null && !isNear(old.ends(), EARLY)) {
            return old.keys();
        }
        try {
            KeysDocument renewed = origin.ask();
            kept = renewed;
            return renewed.keys();
        } catch (TerminatingError refused) {
            if (old == null || !same || isNear(old.ends(), Duration.ZERO)) {
                throw refused;
            }
            return old.keys();
        }
    }

    /** The keys that were obtained before, if they are still valid. Never obtains new ones. */
    synchronized Optional<AwsCredentials> atHand() {
        KeysDocument old = kept;
        return old == null || origin.changed() || isNear(old.ends(), Duration.ZERO)
                ? Optional.empty()
                : Optional.of(old.keys());
    }

    private boolean isNear(Optional<Instant> end, Duration early) {
        return end.isPresent() && !clock.instant().plus(early).isBefore(end.get());
    }
}
