package io.claviger.storage.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Lease lease = new Lease(Duration.ofNanos(100), clock::get);

    @Test
    void doesNotBeginByItself() {
        assertThat(lease.isHeld()).isFalse();
    }

    /** The clock of this test also passes the greatest number that there is. */
    @Test
    void endsSoLongAfterTheMomentWhoseCommitsWereSeen() {
        long begun = lease.now();
        clock.addAndGet(30);
        lease.confirm(begun);
        assertThat(lease.isHeld()).isTrue();
        clock.addAndGet(69);
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.age()).isEqualTo(Duration.ofNanos(99));
        clock.addAndGet(1);
        assertThat(lease.isHeld()).isFalse();
    }

    /** As a process that was paused between its question and its answer. */
    @Test
    void anAnswerThatComesTooLateDoesNotBeginIt() {
        long begun = lease.now();
        clock.addAndGet(1_000);
        lease.confirm(begun);
        assertThat(lease.isHeld()).isFalse();
        lease.confirm(lease.now());
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void anEarlierMomentDoesNotShortenIt() {
        long earlier = lease.now();
        clock.addAndGet(50);
        lease.confirm(lease.now());
        lease.confirm(earlier);
        clock.addAndGet(99);
        assertThat(lease.isHeld()).isTrue();
    }
}
