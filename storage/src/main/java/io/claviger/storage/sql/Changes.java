package io.claviger.storage.sql;

import io.claviger.iam.store.Change;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of the revision and the change rows. */
public final class Changes {

    private static final String REVISION = "SELECT number FROM revision";
    private static final String ADD = "INSERT INTO change (revision, entity_id, account_id) VALUES (?, ?, ?)";
    private static final String PRUNE = "DELETE FROM change WHERE revision <= ?";

    private Changes() {}

    /** The revision of the last writing transaction. */
    public static long revision(Session session) {
        return session.one(REVISION, row -> row.getLong(1)).orElseThrow();
    }

    /** Writes what a transaction touched. */
    public static Change add(Session session, long revision, Set<Touch> touches) {
        for (Touch touch : touches) {
            session.run(ADD, revision, touch.entityId(), touch.accountId());
        }
        return new Change(revision, touches.stream().map(Touch::entityId).collect(Collectors.toUnmodifiableSet()));
    }

    /** Removes the change rows up to a revision. */
    public static void prune(Session session, long revision) {
        session.run(PRUNE, revision);
    }

    /** The change of something in an account. */
    public record Touch(String accountId, String entityId) {}
}
