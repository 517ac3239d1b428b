package io.claviger.storage.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings a database to the version that this build knows. The version of a database is how many of the scripts ran;
 * each script sets it as its last statement, in the same transaction.
 *
 * @param beside the class beside which the scripts are, as resources
 * @param scripts their names, in their order
 * @param begin begins a transaction in which nobody else writes
 * @param version asks for the version; 0 for a new database
 * @param foreign finds a row if a database of version 0 is another program's
 * @param dialect puts the text of a script into the words of the database
 */
public record Migrations(
        Class<?> beside,
        List<String> scripts,
        String begin,
        String version,
        String foreign,
        UnaryOperator<String> dialect) {

    /** Of a database in whose words the scripts are written. */
    public Migrations(Class<?> beside, List<String> scripts, String begin, String version, String foreign) {
        this(beside, scripts, begin, version, foreign, UnaryOperator.identity());
    }

    /** The same tables in another database. */
    public Migrations translated(UnaryOperator<String> words, String begin, String version, String foreign) {
        return new Migrations(beside, scripts, begin, version, foreign, words);
    }

    /**
     * Runs the scripts that have not run yet, all in one transaction.
     *
     * @param name what to call the database in errors
     * @throws OpenFailure if the database is of a newer version or another program's, or if a script fails
     */
    public void run(Session session, String name) {
        int version = version(session);
        refuseNewer(version, name);
        if (version < scripts.size()) {
            try {
                upgrade(session);
            } catch (StoreFailure | IllegalStateException e) {
                throw new OpenFailure(
                        name + " cannot be brought to version " + scripts.size() + ", nothing of it was changed: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /**
     * Makes sure that the database is one of Claviger's, of a version that this build knows, without writing to it.
     *
     * @param name what to call the database in errors
     * @throws OpenFailure if it is not
     */
    public void require(Session session, String name) {
        int version = version(session);
        refuseNewer(version, name);
        if (version == 0) {
            throw new OpenFailure(name + " is not a database of Claviger");
        }
    }

    /**
     * Makes sure that the database is of this build's version, without writing to it.
     *
     * @param name what to call the database in errors
     * @throws OpenFailure if it is not
     */
    public void requireLatest(Session session, String name) {
        require(session, name);
        int version = version(session);
        if (version < scripts.size()) {
            throw new OpenFailure(name + " has version " + version + ", and servers of an older Claviger use it: run"
                    + " the Claviger that they are of, or stop them");
        }
    }

    private void refuseNewer(int version, String name) {
        if (version > scripts.size()) {
            throw new OpenFailure(name + " has version " + version + ", and this build of Claviger knows none above "
                    + scripts.size() + ": run the newer Claviger that wrote it, or restore a backup made before that");
        }
    }

    /** All tables that the scripts make, each after those that it refers to. */
    public List<TableShape> tables() {
        return scripts.stream()
                .flatMap(script -> TableShape.in(text(script)).stream())
                .toList();
    }

    /** The version of the database; 0 if it is new. */
    public int version(Session session) {
        return session.one(version, row -> row.getInt(1)).orElseThrow();
    }

    private void upgrade(Session session) {
        session.runScript(begin);
        try {
            int version = version(session);
            if (version == 0 && session.exists(foreign)) {
                throw new IllegalStateException("it has tables of another program");
            }
            scripts.subList(version, scripts.size()).forEach(script -> session.runScript(text(script)));
            session.run("COMMIT");
        } catch (RuntimeException e) {
            rollBack(session, e);
            throw e;
        }
    }

    private static void rollBack(Session session, Throwable because) {
        try {
            session.run("ROLLBACK");
        } catch (StoreFailure e) {
            // The database ends the transaction itself after some failures.
            because.addSuppressed(e);
        }
    }

    private String text(String script) {
        try (InputStream stream = beside.getResourceAsStream(script)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks its migration " + script);
            }
            return dialect.apply(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
