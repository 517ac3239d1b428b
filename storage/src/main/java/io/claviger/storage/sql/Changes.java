package io.claviger.storage.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.claviger.iam.store.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The SQL of the revision and the change rows. */
public final class Changes {

    private static final String REVISION = "SELECT number FROM revision";
    private static final String ADD = "INSERT INTO change (revision, entity_id, account_id) VALUES (?, ?, ?)";
    /**
     * Two parameters: after which revision, and up to which. If both are given, PostgreSQL expects few rows and uses the
     * index; with the first alone it may read the whole table.
     */
    public static final String BETWEEN =
            "SELECT revision, entity_id, account_id FROM change WHERE revision > ? AND revision <= ? ORDER BY revision";

    private static final String HAS = "SELECT 1 FROM change WHERE revision = ? AND entity_id = ?";
    private static final String PRUNE = "DELETE FROM change WHERE revision <= ?";

    private Changes() {}

    /** The revision of the last writing transaction. */
    public static long revision(Session session) {
        return session.one(REVISION, row -> row.getLong(1)).orElseThrow();
    }

    /** What works touched, each in its own revision, of which this is the first. */
    public static List<Row> rows(long first, List<Set<Touch>> works) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            for (Touch touch : works.get(i)) {
                rows.add(new Row(first + i, touch.entityId(), touch.accountId()));
            }
        }
        return rows;
    }

    /** Writes the rows. */
    public static void add(Session session, List<Row> rows) {
        session.runEach(
                ADD,
                rows.stream()
                        .map(row -> List.<Object>of(row.revision(), row.entityId(), row.accountId()))
                        .toList());
    }

    /** Whether a revision touched something. */
    public static boolean has(Session session, long revision, Touch touch) {
        return session.exists(HAS, revision, touch.entityId());
    }

    /** The changes after a revision, up to a later one, in their order. */
    public static List<Change> between(Session session, long revision, long last) {
        return together(session.list(BETWEEN, Changes::row, revision, last));
    }

    /** A row as {@link #BETWEEN} asks for it. */
    public static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getString(2), row.getString(3));
    }

    /** Makes changes of their rows, in the order of the revisions. */
    public static List<Change> together(List<Row> rows) {
        return rows.stream()
                .collect(groupingBy(Row::revision, TreeMap::new, mapping(Row::entityId, toUnmodifiableSet())))
                .entrySet()
                .stream()
                .map(change -> new Change(change.getKey(), change.getValue()))
                .toList();
    }

    /** Removes the change rows up to a revision. */
    public static void prune(Session session, long revision) {
        session.run(PRUNE, revision);
    }

    /** The change of something in an account. */
    public record Touch(String accountId, String entityId) {}

    /**
     * What is committed.
     *
     * @param revision the last one
     * @param changes those up to it that were asked for
     */
    public record Committed(long revision, List<Change> changes) {}

    /** A change of something in a revision. */
    public record Row(long revision, String entityId, String accountId) {}
}
