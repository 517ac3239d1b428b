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
 * Keys that somebody hands over: asked for when they are first needed, and again before they end. Keys that have not ended
 * are used on when nobody answers. Safe for use by several threads.
 */
final class RenewedKeys implements AwsCredentialsProvider {

    private static final Duration EARLY = Duration.ofMinutes(5);

    /** Who hands keys over. */
    interface Origin {

        /**
         * Keys.
         *
         * @throws TerminatingError when there are none
         */
        KeysDocument ask();

        /** Whether keys that have not ended are to be asked for again nevertheless. */
        default boolean changed() {
            return false;
        }
    }

    private final Origin origin;
    private final InstantSource clock;
    private @Nullable KeysDocument kept;

    RenewedKeys(Origin origin, InstantSource clock) {
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

    /** The keys that were handed over before, if they are still good; nobody is asked for any. */
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
