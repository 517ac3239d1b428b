package io.claviger.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.attempt.AttemptLine.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line under attack, second by second on a clock of the test's own. */
class AttemptLineTest {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int STEPS_A_MINUTE = 6_000;
    private static final String ACCOUNT = "123456789012";
    private static final Network OWNERS = Network.of("192.0.2.1");

    private final AttemptLine line = new AttemptLine();
    private final List<Place> waiting = new ArrayList<>();
    private long now = 1;
    private int guesses;
    private int refused;

    /** Time goes on, and the line comes to its next attempt, if its time has come. */
    private @Nullable Place step(@Nullable Place owners) {
        now += STEP;
        waiting.removeIf(place -> !line.holds(place));
        for (Place place : waiting) {
            if (line.begin(place, now)) {
                line.end(place, place == owners, now);
                guesses += place == owners ? 0 : 1;
                waiting.remove(place);
                return place;
            }
        }
        return null;
    }

    private Optional<Place> join(String account, Network network) {
        Optional<Place> place = line.join(account, network, now);
        place.ifPresentOrElse(waiting::add, () -> refused++);
        return place;
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.9, 1", "198.51.100.9, 100", "192.0.2.1, 1"})
    void ownerGetsInBesideAFloodAndGuessingStaysSlow(String attackers, int attemptsAStep) {
        Network network = Network.of(attackers);
        int signedIn = 0;
        int tries = 0;
        Place owners = null;
        for (int step = 0; step < STEPS_A_MINUTE; step++) {
            if (owners == null && step % 200 == 100) {
                tries++;
                owners = join(ACCOUNT, OWNERS).orElse(null);
            }
            for (int i = 0; i < attemptsAStep; i++) {
                // From the owner's own network, with as many connections as leave a place for the owner.
                if (!network.equals(OWNERS) || waiting.size() < AttemptLine.PLACES_OF_A_NETWORK - 1) {
                    join(ACCOUNT, network);
                }
            }
            if (step(owners) == owners && owners != null) {
                signedIn++;
                owners = null;
            }
        }
        assertThat(guesses).isBetween(60, 245);
        assertThat(signedIn).isGreaterThanOrEqualTo(network.equals(OWNERS) ? 5 : tries);
    }

    @Test
    void guessingFromManyNetworksIsSlowAsWellAndTheOwnerGoesFirst() {
        for (int step = 0; step < STEPS_A_MINUTE; step++) {
            for (int i = 0; i < 20; i++) {
                join(ACCOUNT, Network.of("198.51.100." + (step * 20 + i) % 200));
            }
            step(null);
        }
        assertThat(guesses).isBetween(100, 260);
        assertThat(refused).isPositive();

        Place owners = join(ACCOUNT, OWNERS).orElseThrow();
        int steps = 1;
        while (step(owners) != owners) {
            steps++;
        }
        assertThat(steps).isLessThanOrEqualTo(30);
    }

    @Test
    void firstFailuresCostNothing() {
        for (int i = 0; i < 3; i++) {
            Place place = join(ACCOUNT, OWNERS).orElseThrow();
            assertThat(line.begin(place, now)).isTrue();
            line.end(place, false, now);
        }
        Place fourth = join(ACCOUNT, OWNERS).orElseThrow();
        assertThat(line.begin(fourth, now)).isFalse();
        assertThat(line.untilRested(fourth, now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(250));
        assertThat(line.begin(fourth, now + TimeUnit.MILLISECONDS.toNanos(250))).isTrue();
        assertThat(line.untilRested(fourth, now + TimeUnit.MINUTES.toNanos(16))).isZero();
    }

    @Test
    void oneIsLookedAtAtATimeInTheOrderOfTheirComing() {
        Place first = join(ACCOUNT, OWNERS).orElseThrow();
        Place second = join(ACCOUNT, OWNERS).orElseThrow();
        assertThat(line.begin(second, now)).isFalse();
        assertThat(line.begin(first, now)).isTrue();
        assertThat(line.begin(second, now)).isFalse();
        line.end(first, true, now);
        assertThat(line.begin(second, now)).isTrue();
    }

    @Test
    void whoGuessesOnManyAccountsIsSlowedDownOnAll() {
        for (int i = 0; i < 100; i++) {
            join(Integer.toString(i), Network.of("198.51.100.9"));
            step(null);
        }
        // A second, from one network.
        assertThat(guesses).isLessThanOrEqualTo(7);
    }

    @Test
    void placesAreBoundedAndWhoFailedLessDisplacesWhoFailedMore() {
        for (int i = 0; i < 1_000; i++) {
            join(ACCOUNT, Network.of("198.51.100." + i % 50));
            step(null);
        }
        IntStream.range(0, 10_000).forEach(i -> join(ACCOUNT, Network.of("198.51.100." + i % 50)));
        assertThat(waiting.stream().filter(line::holds)).hasSize(AttemptLine.PLACES);
        assertThat(join(ACCOUNT, OWNERS)).isPresent();
        assertThat(waiting.stream().filter(line::holds)).hasSize(AttemptLine.PLACES);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * Failures.REMEMBERED; i++) {
            now += TimeUnit.SECONDS.toNanos(1);
            Place place = line.join(Integer.toString(i), Network.of("10.0." + i / 256 + "." + i % 256), now)
                    .orElseThrow();
            assertThat(line.begin(place, now)).isTrue();
            line.end(place, false, now);
        }
        assertThat(line.remembered()).isEqualTo(2 * Failures.REMEMBERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "[2001:db8:1:2:ffff::9]", "2001:db8:1:2:3:4:5:6%eth0"})
    void addressesOfOneIpv6NetworkCountAsOne(String address) {
        assertThat(Network.of(address))
                .isEqualTo(Network.of("2001:db8:1:2::"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void ipv4AddressesCountOnTheirOwnHoweverTheyAreWritten() {
        assertThat(Network.of("192.0.2.1"))
                .isEqualTo(Network.of("::ffff:192.0.2.1"))
                .isNotEqualTo(Network.of("192.0.2.2"));
        assertThat(Network.of("no address")).isEqualTo(Network.of("no address"));
    }
}
