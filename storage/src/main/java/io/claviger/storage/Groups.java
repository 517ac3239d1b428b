package io.claviger.storage;

import io.claviger.iam.Group;
import io.claviger.iam.Membership;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of groups and of who is in them. */
final class Groups {

    private static final String NAMED = "SELECT * FROM iam_group WHERE account_id = ? AND name_key = ?";
    private static final String LIST = """
            SELECT * FROM iam_group
            WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
            ORDER BY name_key LIMIT ?""";
    private static final String OF_USER = """
            SELECT g.* FROM membership m JOIN iam_group g ON g.id = m.group_id
            WHERE m.user_id = ? AND g.name_key > ? AND substr(g.path, 1, length(?)) = ?
            ORDER BY g.name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO iam_group (account_id, name_key, id, name, path, create_date) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE iam_group SET name_key = ?, name = ?, path = ?, create_date = ? WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM iam_group WHERE account_id = ? AND id = ?";

    private static final String IS_MEMBER = "SELECT 1 FROM membership WHERE user_id = ? AND group_id = ?";
    // Adds nothing unless the group and the user are of the account.
    private static final String INSERT_MEMBERSHIP = """
            INSERT INTO membership (account_id, group_id, user_name_key, user_id)
            SELECT u.account_id, g.id, u.name_key, u.id FROM iam_user u JOIN iam_group g ON g.account_id = u.account_id
            WHERE u.account_id = ? AND u.id = ? AND g.id = ?""";
    private static final String DELETE_MEMBERSHIP = """
            DELETE FROM membership WHERE account_id = ? AND user_id = ? AND group_id = ?""";

    private Groups() {}

    static Optional<Group> named(Session session, String accountId, String name) {
        return session.one(NAMED, Groups::read, accountId, Names.key(name));
    }

    static List<Group> list(Session session, String accountId, Slice slice) {
        return session.list(
                LIST,
                Groups::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static List<Group> ofUser(Session session, String userId, Slice slice) {
        return session.list(
                OF_USER,
                Groups::read,
                userId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static int insert(Session session, Group group) {
        Accounts.insertOwner(session, group.accountId(), group.id());
        int rows = session.run(
                INSERT,
                group.accountId(),
                Names.key(group.name()),
                group.id(),
                group.name(),
                group.path(),
                Times.toColumn(group.createDate()));
        Counters.increment(session, group.accountId(), Counted.GROUPS);
        return rows;
    }

    static int update(Session session, Group group) {
        return session.run(
                UPDATE,
                Names.key(group.name()),
                group.name(),
                group.path(),
                Times.toColumn(group.createDate()),
                group.accountId(),
                group.id());
    }

    static int delete(Session session, Group group) {
        int rows = session.run(DELETE, group.accountId(), group.id());
        if (rows > 0) {
            Accounts.deleteOwner(session, group.accountId(), group.id());
            Counters.decrement(session, group.accountId(), Counted.GROUPS);
        }
        return rows;
    }

    static boolean isMember(Session session, String groupId, String userId) {
        return session.exists(IS_MEMBER, userId, groupId);
    }

    static int insert(Session session, Membership membership) {
        return session.run(INSERT_MEMBERSHIP, membership.accountId(), membership.userId(), membership.groupId());
    }

    static int delete(Session session, Membership membership) {
        return session.run(DELETE_MEMBERSHIP, membership.accountId(), membership.userId(), membership.groupId());
    }

    private static Group read(ResultSet row) throws SQLException {
        return new Group(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                Times.fromColumn(row, "create_date"));
    }
}
