package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.insert;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.store.Counted;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two stores on one database. */
abstract class SeveralStoresContract {

    static final SealingKey KEY = new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));
    static final Duration BOUND = Duration.ofSeconds(1);

    PostgresUrl url;
    SqlStore one;
    SqlStore other;

    @BeforeEach
    void open() {
        url = RealPostgres.shared().newMigratedDatabase();
        one = open(url);
        other = open(url);
        insert(one, account(ACCOUNT));
    }

    static SqlStore open(PostgresUrl url) {
        return open(url, BOUND);
    }

    static SqlStore open(PostgresUrl url, Duration bound) {
        return SqlStore.open(new PostgresDatabase(url, Optional.empty()), KEY, bound);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what is awaited comes").isBefore(deadline);
            Thread.sleep(5);
        }
    }

    static long users(SqlStore store) {
        return store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
    }
}
