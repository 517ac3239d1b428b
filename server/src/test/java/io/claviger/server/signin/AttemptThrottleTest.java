package io.claviger.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final AttemptThrottle throttle = new AttemptThrottle();

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,0", "3,1", "4,2", "5,4", "6,8", "7,16", "8,30", "9,30", "1000,30"})
    void waitGrowsWithEachFailureInARow(int failures, long seconds) {
        for (int i = 0; i < failures; i++) {
            throttle.failed("123456789012", NOW);
        }
        assertThat(throttle.wait("123456789012", NOW)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(throttle.wait("123456789012", NOW.plusSeconds(seconds))).isEqualTo(Duration.ZERO);
        assertThat(throttle.wait("210987654321", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void rightPasswordMakesAllForgotten() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("123456789012", NOW);
        }
        throttle.succeeded("123456789012");
        throttle.failed("123456789012", NOW);
        assertThat(throttle.wait("123456789012", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void memoryIsBoundedAndTheLatestAreRemembered() {
        for (int account = 0; account < 3 * AttemptThrottle.ACCOUNTS; account++) {
            for (int i = 0; i < 3; i++) {
                throttle.failed(Integer.toString(account), NOW);
            }
        }
        long remembered = IntStream.range(0, 3 * AttemptThrottle.ACCOUNTS)
                .filter(account -> throttle.wait(Integer.toString(account), NOW).isPositive())
                .count();
        assertThat(remembered).isEqualTo(AttemptThrottle.ACCOUNTS);
        assertThat(throttle.wait(Integer.toString(3 * AttemptThrottle.ACCOUNTS - 1), NOW)
                        .isPositive())
                .isTrue();
    }
}
