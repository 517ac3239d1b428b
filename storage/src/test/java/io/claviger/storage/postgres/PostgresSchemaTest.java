package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Account;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables on a real PostgreSQL: how they are made, and what is refused. */
class PostgresSchemaTest {

    private static final SealingKey KEY =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));
    private static final SealingKey ANOTHER = new SealingKey.Given(
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(UTF_8)));

    private PostgresUrl url;

    @BeforeEach
    void newDatabase() {
        url = RealPostgres.shared().newDatabase();
    }

    private SqlStore open(SealingKey key) {
        return SqlStore.open(new PostgresDatabase(url, Optional.empty()), key);
    }

    private Session session() {
        return RealPostgres.shared().session(url.database());
    }

    @Test
    void aNewDatabaseHasTheLatestVersion() {
        open(KEY).close();
        try (Session session = session()) {
            assertThat(session.list("SELECT version FROM schema_version", row -> row.getInt(1)))
                    .containsExactly(SqliteDatabase.MIGRATIONS.scripts().size());
        }
    }

    /** What one of them cannot say is not left to chance: no word of SQLite's stays untranslated. */
    @Test
    void everyTextColumnIsComparedByteByByte() {
        open(KEY).close();
        try (Session session = session()) {
            assertThat(session.list(
                            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema ="
                                    + " current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'",
                            row -> row.getString(1)))
                    .isEmpty();
            assertThat(session.list(
                            "SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema ="
                                    + " current_schema() AND table_name <> 'schema_version' ORDER BY data_type",
                            row -> row.getString(1)))
                    .containsExactly("bigint", "bytea", "text");
        }
    }

    @Test
    void severalProcessesMayOpenANewDatabaseAtOnce() throws Exception {
        List<Future<SqlStore>> opening = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < 4; i++) {
                opening.add(threads.submit(() -> open(KEY)));
            }
        }
        for (Future<SqlStore> opened : opening) {
            opened.get().close();
        }
    }

    @Test
    void anotherSealingKeyIsRefused() {
        open(KEY).close();
        assertThatThrownBy(() -> open(ANOTHER))
                .isInstanceOf(OpenFailure.class)
                .hasMessage("The sealing key that was given is not the one that the database was sealed with: bring"
                        + " back that one");
        open(KEY).close();
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndStaysAsItIs() {
        open(KEY).close();
        int latest = SqliteDatabase.MIGRATIONS.scripts().size();
        try (Session session = session()) {
            session.run("UPDATE schema_version SET version = 99");
            assertThatThrownBy(() -> open(KEY))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("has version 99, and this build of Claviger knows none above " + latest);
            session.run("UPDATE schema_version SET version = " + latest);
        }
        open(KEY).close();
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndStaysAsItIs() {
        try (Session session = session()) {
            session.run("CREATE TABLE theirs (id INTEGER)");
            assertThatThrownBy(() -> open(KEY))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("it has tables of another program");
            assertThat(session.list(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                                    + " AND table_name <> 'schema_version'",
                            row -> row.getString(1)))
                    .containsExactly("theirs");
        }
    }

    @Test
    void whatIsThereIsThereForTheNextOne() {
        try (SqlStore store = open(KEY)) {
            Samples.insert(store, Samples.account(Samples.ACCOUNT));
        }
        try (SqlStore store = open(KEY)) {
            assertThat(store.changes().latest()).isEqualTo(1);
            assertThat(store.<List<Account>>read(reading -> reading.accounts().all()))
                    .containsExactly(Samples.account(Samples.ACCOUNT));
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        PostgresUrl nowhere = PostgresUrl.parse("postgresql://claviger@127.0.0.1:1/iam");
        assertThatThrownBy(() -> SqlStore.open(new PostgresDatabase(nowhere, Optional.empty()), KEY))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("The database postgresql://127.0.0.1:1/iam cannot be opened: ");
    }
}
