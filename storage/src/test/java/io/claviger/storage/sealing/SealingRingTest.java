package io.claviger.storage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteMemory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealingRingTest {

    private static final SealingKey.Given FIRST = new SealingKey.Given("A".repeat(43) + "=");
    private static final SealingKey.Given SECOND = new SealingKey.Given("B".repeat(42) + "A=");
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final SealingKey.Overlapping KEYS = new SealingKey.Overlapping(FIRST, SECOND);

    private final SqliteMemory database = new SqliteMemory();
    private final Session session = database.writer();

    SealingRingTest() {
        database.migrate(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aSecondChangeToTheSameKeyDoesNotBringEndedSessionsBack() {
        SealingRing ring = SealingRing.open(session, KEYS);
        SealingRing.turn(session, KEYS, Optional.empty());
        SealingRing.turn(session, KEYS, Optional.of(NOW));
        ring.reread(session);
        assertThat(ring.former())
                .hasValueSatisfying(former -> assertThat(former.replaced()).isEqualTo(Instant.EPOCH));
    }

    @Test
    void aSecondChangeToTheSameKeyEndsSessionsIfItIsTo() {
        SealingRing ring = SealingRing.open(session, KEYS);
        SealingRing.turn(session, KEYS, Optional.of(NOW));
        SealingRing.turn(session, KEYS, Optional.empty());
        ring.reread(session);
        assertThat(ring.former())
                .hasValueSatisfying(former -> assertThat(former.replaced()).isEqualTo(Instant.EPOCH));
    }

    @Test
    void theKeyBeforeIsNotTheOneToCome() {
        byte[] sealed = SealingRing.open(session, KEYS).messages().seal("a session", "context");
        SealingRing.turn(session, KEYS, Optional.empty());

        SealingRing swapped = SealingRing.open(session, new SealingKey.Overlapping(SECOND, FIRST));
        assertThat(swapped.messages().open(sealed, "context")).isEmpty();
        assertThat(swapped.secrets().open(sealed, "context")).contains("a session");
    }

    @Test
    void whatAServerSealedThatChangedKeysEarlierIsOpened() {
        SealingRing late = SealingRing.open(session, KEYS);
        SealingRing.turn(session, KEYS, Optional.of(NOW));
        byte[] sealed = SealingRing.open(session, KEYS).messages().seal("a session", "context");
        assertThat(late.messages().open(sealed, "context")).contains("a session");
    }
}
