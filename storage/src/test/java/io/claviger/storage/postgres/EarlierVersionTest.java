package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that an earlier build made is brought to this build's version while servers of that build use it. */
class EarlierVersionTest {

    private static final int EARLIER = 15;

    private static final String WAITS_FOR_A_LOCK =
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private PostgresUrl url;

    @BeforeEach
    void makeEarlierDatabase() throws IOException {
        url = RealPostgres.shared().newDatabase();
        try (Session session = session()) {
            session.run("CREATE TABLE schema_version (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL)");
            session.run("INSERT INTO schema_version (id, version) VALUES (1, 0)");
            for (String script : SqliteDatabase.MIGRATIONS.scripts().subList(0, EARLIER)) {
                session.runScript(PostgresSchema.translate(text(script)));
            }
        }
    }

    private static String text(String script) throws IOException {
        try (InputStream stream = Objects.requireNonNull(SqliteDatabase.class.getResourceAsStream(script))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private Session session() {
        return RealPostgres.shared().session(url.database());
    }

    private int version() {
        try (Session session = session()) {
            return session.one("SELECT version FROM schema_version", row -> row.getInt(1))
                    .orElseThrow();
        }
    }

    @Test
    void itIsBroughtToThisVersion() {
        assertThat(version()).isEqualTo(EARLIER);
        SeveralStoresContract.open(url).close();
        assertThat(version()).isEqualTo(SqliteDatabase.MIGRATIONS.scripts().size());
    }

    /** Script 16 changes credential_report, and then waits for everybody who writes to attachment. */
    @Test
    void ifAServerAndTheScriptsWaitForEachOtherTheScriptsAreRunAgain() throws Exception {
        try (Session server = session();
                Session watch = session();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            server.run("BEGIN");
            server.run("LOCK TABLE attachment IN ROW EXCLUSIVE MODE");
            Future<SqlStore> opening = threads.submit(() -> SeveralStoresContract.open(url));
            SeveralStoresContract.await(() -> watch.exists(WAITS_FOR_A_LOCK));
            end(server);
            opening.get().close();
        }
        assertThat(version()).isEqualTo(SqliteDatabase.MIGRATIONS.scripts().size());
    }

    /** Either may be the one that PostgreSQL undoes; usually it is the one that waits for longer. */
    private static void end(Session server) {
        try {
            server.run("LOCK TABLE credential_report IN ACCESS SHARE MODE");
            server.run("COMMIT");
        } catch (StoreFailure e) {
            server.run("ROLLBACK");
        }
    }
}
