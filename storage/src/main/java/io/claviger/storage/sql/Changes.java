package io.claviger.storage.sql;

import io.claviger.iam.store.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SQL of the revision and the change rows. */
public final class Changes {

    private static final String REVISION = "SELECT number FROM revision";
    private static final String ADD = "INSERT INTO change (revision, entity_id, account_id) VALUES (?, ?, ?)";
    private static final String SINCE = "SELECT revision, entity_id FROM change WHERE revision > ? ORDER BY revision";
    private static final String HAS = "SELECT 1 FROM change WHERE revision = ? AND entity_id = ?";
    private static final String PRUNE = "DELETE FROM change WHERE revision <= ?";

    private Changes() {}

    /** The revision of the last writing transaction. */
    public static long revision(Session session) {
        return session.one(REVISION, row -> row.getLong(1)).orElseThrow();
    }

    /** Writes what works touched, each in its own revision, of which this is the first. */
    public static List<Change> add(Session session, long first, List<Set<Touch>> works) {
        List<List<Object>> rows = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Set<Touch> touches : works) {
            long revision = first + changes.size();
            touches.forEach(touch -> rows.add(List.of(revision, touch.entityId(), touch.accountId())));
            changes.add(new Change(
                    revision, touches.stream().map(Touch::entityId).collect(Collectors.toUnmodifiableSet())));
        }
        session.runEach(ADD, rows);
        return changes;
    }

    /** Whether a revision touched something. */
    public static boolean has(Session session, long revision, Touch touch) {
        return session.exists(HAS, revision, touch.entityId());
    }

    /** The changes after a revision, in their order. */
    public static List<Change> since(Session session, long revision) {
        SortedMap<Long, Set<String>> entities = new TreeMap<>();
        session.list(
                SINCE,
                row -> entities.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(row.getString(2)),
                revision);
        return entities.entrySet().stream()
                .map(change -> new Change(change.getKey(), Set.copyOf(change.getValue())))
                .toList();
    }

    /** Removes the change rows up to a revision. */
    public static void prune(Session session, long revision) {
        session.run(PRUNE, revision);
    }

    /** The change of something in an account. */
    public record Touch(String accountId, String entityId) {}
}
