package io.claviger.access.attempt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whose attempt at a password is looked at next. One is looked at at a time, and no attempt is refused for what others did:
 * it waits for its turn.
 *
 * <ul>
 *   <li>After three failures from a network, its attempts are looked at a quarter of a second apart, in the order in which they
 *       came. So guessing stays slow, and the right password is let in behind the guesses that came before it.
 *   <li>After ten failures on an account, from wherever, attempts on it are looked at a quarter of a second apart.
 *   <li>Of several that could be next, the one whose network has failed least is. So somebody who guesses does not delay
 *       others elsewhere.
 *   <li>A network has {@value #PLACES_OF_A_NETWORK} places in the line, of {@value #PLACES}. When all are taken, a network
 *       that failed less displaces one that failed more.
 * </ul>
 *
 * <p>Times are in nanoseconds of a clock that only goes forward. For one thread.
 */
public final class AttemptLine {

    static final int PLACES = 256;
    static final int PLACES_OF_A_NETWORK = 16;

    private static final int FREE_FOR_A_NETWORK = 3;
    private static final int FREE_FOR_AN_ACCOUNT = 10;
    private static final long PAUSE_OF_A_NETWORK = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PAUSE_OF_AN_ACCOUNT = TimeUnit.MILLISECONDS.toNanos(250);

    private final Failures<Network> byNetwork = new Failures<>(FREE_FOR_A_NETWORK, PAUSE_OF_A_NETWORK);
    private final Failures<String> byAccount = new Failures<>(FREE_FOR_AN_ACCOUNT, PAUSE_OF_AN_ACCOUNT);
    /** In the order of their coming. */
    private final List<Place> waiting = new ArrayList<>();

    private @Nullable Place lookedAt;

    /** An attempt's place in the line. */
    static final class Place {
        private final String account;
        private final Network network;

        private Place(String account, Network network) {
            this.account = account;
            this.network = network;
        }
    }

    /** A place for an attempt; empty if there is none. */
    Optional<Place> join(String account, Network network, long now) {
        long ofNetwork =
                waiting.stream().filter(place -> place.network.equals(network)).count();
        if (ofNetwork >= PLACES_OF_A_NETWORK) {
            return Optional.empty();
        }
        if (waiting.size() >= PLACES && !displaceOneThatFailedMore(network, now)) {
            return Optional.empty();
        }
        Place place = new Place(account, network);
        waiting.add(place);
        return Optional.of(place);
    }

    private boolean displaceOneThatFailedMore(Network network, long now) {
        Place worst = waiting.stream()
                .max(Comparator.comparingInt(place -> byNetwork.of(place.network, now)))
                .orElseThrow();
        return byNetwork.of(worst.network, now) > byNetwork.of(network, now) && waiting.remove(worst);
    }

    /** Whether the attempt still has its place. */
    boolean holds(Place place) {
        return waiting.contains(place);
    }

    /** Whether the attempt is the next, now. If it is, it is being looked at from then on. */
    boolean begin(Place place, long now) {
        if (lookedAt != null || place != next(now)) {
            return false;
        }
        waiting.remove(place);
        lookedAt = place;
        return true;
    }

    private @Nullable Place next(long now) {
        Place next = null;
        int failures = Integer.MAX_VALUE;
        for (Place place : waiting) {
            int itsFailures = byNetwork.of(place.network, now);
            if (itsFailures < failures && untilRested(place, now) == 0) {
                next = place;
                failures = itsFailures;
            }
        }
        return next;
    }

    /** How long it is at least until the attempt may be the next; 0 if only others are in its way. */
    long untilRested(Place place, long now) {
        return Math.max(byNetwork.wait(place.network, now), byAccount.wait(place.account, now));
    }

    /** The attempt was looked at. */
    void end(Place place, boolean wasRight, long now) {
        lookedAt = null;
        if (!wasRight) {
            byNetwork.failed(place.network, now);
            byAccount.failed(place.account, now);
        }
    }

    /** The attempt is given up; nothing was looked at. */
    void leave(Place place) {
        waiting.remove(place);
    }

    /** How many networks and accounts are remembered. */
    int remembered() {
        return byNetwork.remembered() + byAccount.remembered();
    }
}
