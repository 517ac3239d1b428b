package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.in;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.role;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.Counted;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.Database;
import io.claviger.storage.commit.Moving;
import io.claviger.storage.commit.Moving.Outcome;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.TableShape;
import io.claviger.storage.sqlite.SqliteDatabase;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingTest {

    private static final SealingKey KEY =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));
    private static final SealingKey ANOTHER =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[] {
                1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            }));
    /** More than a page of rows. */
    private static final int USERS = 1203;

    @TempDir
    private Path home = Path.of("");

    private final AtomicLong rows = new AtomicLong();
    private PostgresUrl url;

    @BeforeEach
    void newDatabase() {
        url = RealPostgres.shared().newDatabase();
    }

    private PostgresDatabase database() {
        return new PostgresDatabase(url, Optional.empty());
    }

    private SqliteFile directory(String name) {
        return SqliteFile.in(home.resolve(name));
    }

    private void fill(String name) {
        try (SqlStore store = SqlStore.open(directory(name), KEY)) {
            insert(store, account(ACCOUNT), user("ann"), group("admins"), in(group("admins"), user("ann")), role("r"));
            insert(store, key("AKIA1", user("ann")));
            boolean _ = store.write(writing -> {
                for (int i = 0; i < USERS; i++) {
                    writing.insert(user("u" + i));
                }
                return true;
            });
        }
    }

    private Outcome move(Database from, Database to, SealingKey key) {
        return Moving.run(from, to, SqliteDatabase.MIGRATIONS.tables(), key, rows::set);
    }

    private static long users(SqlStore store) {
        return store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
    }

    @Test
    void thereAndBackEveryRowIsTheSame() {
        fill("a");
        assertThat(move(directory("a"), database(), KEY)).isEqualTo(Outcome.MOVED);
        assertThat(rows.get()).isGreaterThan(2 * USERS);
        assertThat(move(database(), directory("b"), KEY)).isEqualTo(Outcome.MOVED);
        assertThat(move(directory("b"), database(), KEY)).isEqualTo(Outcome.THERE_ALREADY);
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            assertThat(store.changes().latest()).isEqualTo(3);
            assertThat(users(store)).isEqualTo(USERS + 1);
            insert(store, user("next"));
            assertThat(store.changes().latest()).isEqualTo(4);
        }
    }

    @Test
    void everyTableIsMoved() {
        SqlStore.open(database(), KEY).close();
        try (Session session = RealPostgres.shared().session(url.database())) {
            assertThat(SqliteDatabase.MIGRATIONS.tables().stream().map(TableShape::name))
                    .containsExactlyInAnyOrderElementsOf(session.list(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                                    + " AND table_name <> 'schema_version'",
                            row -> row.getString(1)));
        }
    }

    @Test
    void whatFailsInTheMiddleLeavesNothingAndCanBeRunAgain() {
        fill("a");
        SqlStore.open(database(), KEY).close();
        try (Session session = RealPostgres.shared().session(url.database())) {
            // The last table of those that have rows refuses them.
            session.run("ALTER TABLE access_key ADD CONSTRAINT never CHECK (id = '')");
        }
        assertThatThrownBy(() -> move(directory("a"), database(), KEY))
                .isInstanceOf(OpenFailure.class)
                .hasMessageStartingWith("Nothing was moved from ");
        try (Session session = RealPostgres.shared().session(url.database())) {
            assertThat(session.list("SELECT count(*) FROM iam_user", row -> row.getLong(1)))
                    .containsExactly(0L);
            session.run("ALTER TABLE access_key DROP CONSTRAINT never");
        }
        assertThat(move(directory("a"), database(), KEY)).isEqualTo(Outcome.MOVED);
    }

    @Test
    void aDatabaseWithOtherRowsIsRefusedAndStaysAsItIs() {
        fill("a");
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            insert(store, account(ACCOUNT), user("another"));
        }
        assertThatThrownBy(() -> move(directory("a"), database(), KEY))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("has other rows in its table ")
                .hasMessageContaining("nothing was changed");
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            assertThat(users(store)).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatIsInUseIsRefused() {
        fill("a");
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            assertThat(store.isCurrent()).isTrue();
            assertThatThrownBy(() -> move(directory("a"), database(), KEY))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("is in use: stop every server of it");
        }
        try (SqlStore store = SqlStore.open(directory("a"), KEY)) {
            assertThat(store.isReady()).isTrue();
            assertThatThrownBy(() -> directory("a"))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void anotherSealingKeyIsRefusedAndNothingIsMoved() {
        fill("a");
        assertThatThrownBy(() -> move(directory("a"), database(), ANOTHER))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("is not the one that the database was sealed with");
        try (Session session = RealPostgres.shared().session(url.database())) {
            assertThat(session.list("SELECT count(*) FROM account", row -> row.getLong(1)))
                    .isEqualTo(List.of(0L));
        }
    }
}
