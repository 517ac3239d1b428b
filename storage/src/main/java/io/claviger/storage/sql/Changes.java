package io.claviger.storage.sql;

import java.util.Set;

/** The SQL of the revision and the change rows. */
public final class Changes {

    private static final String REVISION = "SELECT number FROM revision";
    private static final String SET_REVISION = "UPDATE revision SET number = ?";
    private static final String ADD = "INSERT INTO change (revision, entity_id, account_id) VALUES (?, ?, ?)";
    private static final String PRUNE = "DELETE FROM change WHERE revision <= ?";

    private Changes() {}

    /** The revision of the last writing transaction. */
    public static long revision(Session session) {
        return session.one(REVISION, row -> row.getLong(1)).orElseThrow();
    }

    /** Sets the revision. */
    public static void setRevision(Session session, long revision) {
        session.run(SET_REVISION, revision);
    }

    /** Writes what a transaction touched. */
    static void add(Transaction transaction, long revision, Set<Touch> touches) {
        for (Touch touch : touches) {
            transaction.run(ADD, revision, touch.entityId(), touch.accountId());
        }
    }

    /** Removes the change rows up to a revision. */
    public static void prune(Session session, long revision) {
        session.run(PRUNE, revision);
    }

    /** The change of something in an account. */
    record Touch(String accountId, String entityId) {}
}
