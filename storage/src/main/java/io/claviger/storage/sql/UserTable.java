package io.claviger.storage.sql;

import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.UserQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of users. */
final class UserTable implements UserQueries, Table<User> {

    private static final String NAMED = "SELECT * FROM iam_user WHERE account_id = ? AND name_key = ?";
    private static final String BY_ID = "SELECT * FROM iam_user WHERE id = ?";
    private static final String LIST = """
        SELECT * FROM iam_user
        WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
        ORDER BY name_key LIMIT ?\
        """;
    private static final String IN_GROUP = """
        SELECT u.* FROM membership m JOIN iam_user u ON u.id = m.user_id
        WHERE m.group_id = ? AND m.user_name_key > ? AND substr(u.path, 1, length(?)) = ?
        ORDER BY m.user_name_key LIMIT ?\
        """;
    private static final PolicyHolders WITH_POLICY = new PolicyHolders("iam_user");
    private static final String BOUNDED_BY = """
        SELECT * FROM iam_user
        WHERE account_id = ? AND boundary_arn = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
        ORDER BY name_key LIMIT ?\
        """;
    private static final String INSERT = """
        INSERT INTO iam_user (account_id, name_key, id, name, path, create_date, boundary_arn, tags,
            password_last_used)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE iam_user SET name_key = ?, name = ?, path = ?, create_date = ?, boundary_arn = ?, tags = ?,
            password_last_used = ?
        WHERE account_id = ? AND id = ?\
        """;
    private static final String RENAME_IN_GROUPS = "UPDATE membership SET user_name_key = ? WHERE user_id = ?";
    private static final String DELETE = "DELETE FROM iam_user WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    UserTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<User> named(String accountId, String name) {
        return transaction
                .remembered(memory -> memory.user(accountId, name))
                .or(() -> transaction.one(NAMED, UserTable::read, accountId, Names.key(name)));
    }

    @Override
    public Optional<User> byId(String userId) {
        return transaction.one(BY_ID, UserTable::read, userId);
    }

    @Override
    public List<User> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                UserTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<User> inGroup(String groupId, Slice slice) {
        return transaction.list(
                IN_GROUP,
                UserTable::read,
                groupId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<User> withPolicy(String accountId, String policyArn, Slice slice) {
        return WITH_POLICY.list(transaction, UserTable::read, accountId, policyArn, slice);
    }

    @Override
    public List<User> boundedBy(String accountId, String policyArn, Slice slice) {
        return transaction.list(
                BOUNDED_BY,
                UserTable::read,
                accountId,
                policyArn,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public int insert(User user) {
        Owners.insert(transaction, user.accountId(), user.id());
        int rows = transaction.run(
                INSERT,
                user.accountId(),
                Names.key(user.name()),
                user.id(),
                user.name(),
                user.path(),
                Times.toColumn(user.createDate()),
                user.boundaryArn(),
                TagColumn.write(user.tags()),
                Times.toNullable(user.passwordLastUsed()));
        Counters.increment(transaction, user.accountId(), Counted.USERS);
        Counters.moveBoundary(transaction, user.accountId(), null, user.boundaryArn());
        return rows;
    }

    @Override
    public int update(User user) {
        Optional<User> present = inAccount(user);
        if (present.isEmpty()) {
            return 0;
        }
        User old = present.get();
        int rows = transaction.run(
                UPDATE,
                Names.key(user.name()),
                user.name(),
                user.path(),
                Times.toColumn(user.createDate()),
                user.boundaryArn(),
                TagColumn.write(user.tags()),
                Times.toNullable(user.passwordLastUsed()),
                user.accountId(),
                user.id());
        if (!Names.key(old.name()).equals(Names.key(user.name()))) {
            transaction.run(RENAME_IN_GROUPS, Names.key(user.name()), user.id());
        }
        Counters.moveBoundary(transaction, user.accountId(), old.boundaryArn(), user.boundaryArn());
        return rows;
    }

    @Override
    public int delete(User user) {
        Optional<User> present = inAccount(user);
        if (present.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(DELETE, user.accountId(), user.id());
        Owners.delete(transaction, user.accountId(), user.id());
        Counters.decrement(transaction, user.accountId(), Counted.USERS);
        Counters.moveBoundary(transaction, user.accountId(), present.get().boundaryArn(), null);
        return rows;
    }

    private Optional<User> inAccount(User user) {
        return byId(user.id()).filter(found -> found.accountId().equals(user.accountId()));
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                Times.fromColumn(row, "create_date"),
                row.getString("boundary_arn"),
                TagColumn.read(row.getString("tags")),
                Times.fromNullable(row, "password_last_used"));
    }
}
