package io.claviger.storage.commit;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.TableShape;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Copies all rows of a database to another one of any kind, in one transaction, and compares them before it is committed.
 * If it fails or is killed, the other one has nothing of it, and it can be run again. Nobody else may use either.
 */
public final class Moving {

    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String IS_EMPTY = "SELECT 1 FROM account";

    private Moving() {}

    /** What became of it. */
    public enum Outcome {
        /** The rows were copied. */
        MOVED,
        /** The same rows were there already. */
        THERE_ALREADY
    }

    /**
     * Moves, and closes both databases. Both are brought to this build's version.
     *
     * @param tables all that there are, each after those that it refers to
     * @param key the one that the secrets are sealed under, on both sides
     * @param rows is given how many rows there are when they have been compared
     * @throws OpenFailure if the key is another one, somebody uses one of the databases, there are other rows in the second
     *     already, or one of the databases fails
     */
    public static Outcome run(
            Database from, Database to, List<TableShape> tables, SealingKey key, Consumer<Long> rows) {
        try (from;
                to;
                Session source = from.writer();
                Session target = to.writer()) {
            refuseInUse(from, source);
            refuseInUse(to, target);
            from.migrate(source);
            to.migrate(target);
            from.beginReading(source);
            to.beginWriting(target);
            SealingCheck.require(source, key);
            Outcome outcome = moved(tables, source, target) ? Outcome.MOVED : Outcome.THERE_ALREADY;
            long compared = 0;
            for (TableShape table : tables) {
                compared += compare(table, source, target, to.name());
            }
            to.requireInPlace();
            target.run("COMMIT");
            source.run("COMMIT");
            rows.accept(compared);
            return outcome;
        } catch (StoreFailure e) {
            throw new OpenFailure(
                    "Nothing was moved from " + from.name() + " to " + to.name() + ": " + e.getMessage(), e);
        }
    }

    /** A database shows a session for a moment after its client has closed it. */
    static void refuseInUse(Database database, Session session) {
        long deadline = System.nanoTime() + ENDING.toNanos();
        while (database instanceof SharedDatabase shared && shared.isInUse(session)) {
            if (System.nanoTime() > deadline) {
                throw new OpenFailure(
                        database.name() + " is in use: stop every server of it, and whatever else is connected");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Copies, unless there is something already. */
    private static boolean moved(List<TableShape> tables, Session source, Session target) {
        if (target.exists(IS_EMPTY)) {
            return false;
        }
        for (TableShape table : tables) {
            // A new database has its revision, and a sealed text if it was opened.
            target.run("DELETE FROM " + table.name());
            Rows rows = new Rows(source, table);
            for (List<Rows.Row> page = rows.next(); !page.isEmpty(); page = rows.next()) {
                target.runEach(
                        rows.insert(), page.stream().map(Rows.Row::values).toList());
            }
        }
        return true;
    }

    private static long compare(TableShape table, Session source, Session target, String name) {
        Rows given = new Rows(source, table);
        Rows found = new Rows(target, table);
        long compared = 0;
        while (true) {
            List<Rows.Row> page = given.next();
            if (!page.equals(found.next())) {
                throw new OpenFailure(name + " has other rows in its table " + table.name()
                        + ", and nothing was changed: name a database without an account");
            }
            if (page.isEmpty()) {
                return compared;
            }
            compared += page.size();
        }
    }
}
