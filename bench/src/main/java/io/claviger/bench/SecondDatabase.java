package io.claviger.bench;

import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.sql.Session;

/**
 * A second PostgreSQL database on the server of the first. Its name is that of the first with an ending. It is dropped when
 * it is closed.
 *
 * @param first the first one's URL
 */
record SecondDatabase(String first) implements AutoCloseable {

    private static final String ENDING = "_few";

    static SecondDatabase make(String first) {
        SecondDatabase second = new SecondDatabase(first);
        second.run("CREATE DATABASE ");
        return second;
    }

    /** Its URL. */
    String url() {
        return first.replaceFirst("\\?|$", ENDING + "$0");
    }

    private void run(String statement) {
        try (Session session = Program.session(first)) {
            session.runScript(statement + '"' + PostgresUrl.parse(url()).database() + '"');
        }
    }

    @Override
    public void close() {
        run("DROP DATABASE ");
    }
}
