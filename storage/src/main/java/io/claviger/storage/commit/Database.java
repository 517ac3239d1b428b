package io.claviger.storage.commit;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import java.util.List;

/** What differs between SQL databases: how sessions are opened, and the words that are not standard. Thread-safe. */
public interface Database extends AutoCloseable {

    /** What to call it in errors: the subject of a sentence. */
    String name();

    /** Opens a session that writes; only one of them writes at a time. */
    Session writer();

    /** Opens a session that only reads. */
    Session reader();

    /**
     * Whether there is one session only, the {@link #writer}, which all transactions take in turn. The database ends
     * with it, so no other can take its place if something fails on it.
     */
    boolean hasOneSession();

    /** Begins a transaction that reads one state. */
    void beginReading(Session reader);

    /** Begins a transaction that writes, and in which no other session writes. */
    void beginWriting(Session writer);

    /** Whether nothing was ever written to it. */
    boolean isNew(Session session);

    /**
     * Brings the tables to the version that this build knows.
     *
     * @throws OpenFailure if the database is of a newer version, or is another program's
     */
    void migrate(Session writer);

    /**
     * Takes the revisions after the last one, in the writing transaction that is open on the session, and writes what was
     * changed in them.
     *
     * @param last what is thought to be the last one that any transaction took
     * @param changes one or more for each revision that follows, in their order
     * @return whether it was; if not, nothing is written
     */
    boolean takeRevisions(Session writer, long last, List<Changes.Row> changes);

    /**
     * Makes sure that what sessions write is where the database is looked for at the next start.
     *
     * @throws StoreFailure if it is not, such as after its file was moved away: what is committed then could be lost
     */
    void requireInPlace();

    /** Lets go of what the database holds, after its sessions have ended. */
    @Override
    void close();
}
