package io.claviger.storage;

import java.util.List;

/**
 * Brings a database to the version that this build knows. The version also stands in SQLite's {@code user_version}, which
 * each script sets in its own transaction, so that Flyway, which takes tens of milliseconds to load, is only loaded when
 * there is something to do.
 */
final class Migrations {

    /** The scripts in their order; the database's version is how many of them ran. */
    static final List<String> SCRIPTS = List.of("V1__tables.sql");

    private static final String VERSION = "PRAGMA user_version";

    private Migrations() {}

    /**
     * Runs what has not run yet.
     *
     * @param name what to call the database in errors
     * @throws OpenFailure when the database is of a newer version, or a script fails
     */
    static void run(Session session, String name) {
        int version = version(session);
        if (version > SCRIPTS.size()) {
            throw new OpenFailure(name + " has version " + version + ", and this build of Claviger knows none above "
                    + SCRIPTS.size() + ": run the newer Claviger that wrote it, or restore a backup made before that");
        }
        if (version < SCRIPTS.size()) {
            FlywayUpgrade.run(session.connection(), SCRIPTS, name);
        }
    }

    /** The version of the database; 0 when it is new. */
    static int version(Session session) {
        return session.one(VERSION, row -> row.getInt(1)).orElseThrow();
    }
}
