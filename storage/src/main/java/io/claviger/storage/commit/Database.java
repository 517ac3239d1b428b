package io.claviger.storage.commit;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;

/** What differs between SQL databases: how sessions are opened, and the words that are not standard. Thread-safe. */
public interface Database extends AutoCloseable {

    /** What to call it in errors: the subject of a sentence. */
    String name();

    /** Opens a session that writes; only one of them writes at a time. */
    Session writer();

    /** Opens a session that only reads. */
    Session reader();

    /** Whether there is one session only, the {@link #writer}, which all transactions take in turn. */
    boolean hasOneSession();

    /** Begins a transaction that reads one state. */
    void beginReading(Session reader);

    /** Begins a transaction that writes, and in which no other session writes. */
    void beginWriting(Session writer);

    /**
     * Brings the tables to the version that this build knows.
     *
     * @throws OpenFailure if the database is of a newer version, or is another program's
     */
    void migrate(Session writer);

    /**
     * Takes so many revisions, in the writing transaction that is open on the session.
     *
     * @return the last of them; they follow the last one that any transaction took
     */
    long takeRevisions(Session writer, int count);

    /** Whether a session on which this failed is of no use any more, and another must be opened. */
    boolean isBroken(StoreFailure failure);

    /** Lets go of what the database holds, after its sessions have ended. */
    @Override
    void close();
}
