package io.claviger.server.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.LogLines;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of works that fail. */
class BackgroundWorkTest {

    private static final Duration OFTEN = Duration.ofMillis(1);

    private static void runTimes(int times, Runnable work) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(times);
        try (BackgroundWork background = new BackgroundWork(OFTEN)) {
            background.everyFewSeconds(() -> {
                runs.countDown();
                work.run();
            });
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aDatabaseThatStaysAwayIsOneLineWithoutATrace() throws Exception {
        try (LogLines log = LogLines.from(BackgroundWork.class.getName())) {
            runTimes(20, () -> {
                throw new StoreFailure("no connection to postgresql://db1", new IllegalStateException("away"));
            });
            assertThat(log.messages())
                    .containsExactly("a work in the background failed: no connection to postgresql://db1");
            assertThat(log.faults()).isEmpty();
        }
    }

    @Test
    void aFaultOfOurOwnIsLoggedWithItsTraceEachTime() throws Exception {
        IllegalStateException fault = new IllegalStateException("a fault");
        try (LogLines log = LogLines.from(BackgroundWork.class.getName())) {
            runTimes(2, () -> {
                throw fault;
            });
            assertThat(log.faults()).hasSizeGreaterThanOrEqualTo(2).containsOnly(fault);
        }
    }
}
