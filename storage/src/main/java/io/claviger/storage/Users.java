package io.claviger.storage;

import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of users. */
final class Users {

    private static final String NAMED = "SELECT * FROM iam_user WHERE account_id = ? AND name_key = ?";
    private static final String BY_ID = "SELECT * FROM iam_user WHERE id = ?";
    private static final String LIST = """
            SELECT * FROM iam_user
            WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
            ORDER BY name_key LIMIT ?""";
    private static final String IN_GROUP = """
            SELECT u.* FROM membership m JOIN iam_user u ON u.id = m.user_id
            WHERE m.group_id = ? AND m.user_name_key > ? AND substr(u.path, 1, length(?)) = ?
            ORDER BY m.user_name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO iam_user (account_id, name_key, id, name, path, create_date, boundary_arn, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE iam_user SET name_key = ?, name = ?, path = ?, create_date = ?, boundary_arn = ?, tags = ?
            WHERE account_id = ? AND id = ?""";
    private static final String RENAME_IN_GROUPS = "UPDATE membership SET user_name_key = ? WHERE user_id = ?";
    private static final String DELETE = "DELETE FROM iam_user WHERE account_id = ? AND id = ?";

    private Users() {}

    static Optional<User> named(Session session, String accountId, String name) {
        return session.one(NAMED, Users::read, accountId, Names.key(name));
    }

    static Optional<User> byId(Session session, String userId) {
        return session.one(BY_ID, Users::read, userId);
    }

    static List<User> list(Session session, String accountId, Slice slice) {
        return session.list(
                LIST,
                Users::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static List<User> inGroup(Session session, String groupId, Slice slice) {
        return session.list(
                IN_GROUP,
                Users::read,
                groupId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static int insert(Session session, User user) {
        Accounts.insertOwner(session, user.accountId(), user.id());
        int rows = session.run(
                INSERT,
                user.accountId(),
                Names.key(user.name()),
                user.id(),
                user.name(),
                user.path(),
                Times.toColumn(user.createDate()),
                user.boundaryArn(),
                TagColumn.write(user.tags()));
        Counters.increment(session, user.accountId(), Counted.USERS);
        moveBoundary(session, user.accountId(), null, user.boundaryArn());
        return rows;
    }

    static int update(Session session, User user) {
        Optional<User> present = inAccount(session, user);
        if (present.isEmpty()) {
            return 0;
        }
        User old = present.get();
        int rows = session.run(
                UPDATE,
                Names.key(user.name()),
                user.name(),
                user.path(),
                Times.toColumn(user.createDate()),
                user.boundaryArn(),
                TagColumn.write(user.tags()),
                user.accountId(),
                user.id());
        if (!Names.key(old.name()).equals(Names.key(user.name()))) {
            session.run(RENAME_IN_GROUPS, Names.key(user.name()), user.id());
        }
        moveBoundary(session, user.accountId(), old.boundaryArn(), user.boundaryArn());
        return rows;
    }

    static int delete(Session session, User user) {
        Optional<User> present = inAccount(session, user);
        if (present.isEmpty()) {
            return 0;
        }
        int rows = session.run(DELETE, user.accountId(), user.id());
        Accounts.deleteOwner(session, user.accountId(), user.id());
        Counters.decrement(session, user.accountId(), Counted.USERS);
        moveBoundary(session, user.accountId(), present.get().boundaryArn(), null);
        return rows;
    }

    private static Optional<User> inAccount(Session session, User user) {
        return byId(session, user.id()).filter(found -> found.accountId().equals(user.accountId()));
    }

    private static void moveBoundary(Session session, String accountId, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null) {
            Counters.decrementBoundaries(session, accountId, from);
        }
        if (to != null) {
            Counters.incrementBoundaries(session, accountId, to);
        }
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                Times.fromColumn(row, "create_date"),
                row.getString("boundary_arn"),
                TagColumn.read(row.getString("tags")));
    }
}
