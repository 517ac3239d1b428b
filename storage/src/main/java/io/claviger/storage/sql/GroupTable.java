package io.claviger.storage.sql;

import io.claviger.iam.Group;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.GroupQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of groups and of who is in them. */
final class GroupTable implements GroupQueries, Table<Group> {

    private static final String NAMED = "SELECT * FROM iam_group WHERE account_id = ? AND name_key = ?";
    private static final String BY_ID = "SELECT * FROM iam_group WHERE id = ?";
    private static final String LIST = """
        SELECT * FROM iam_group
        WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
        ORDER BY name_key LIMIT ?\
        """;
    private static final String OF_USER = """
        SELECT g.* FROM membership m JOIN iam_group g ON g.id = m.group_id
        WHERE m.user_id = ? AND g.name_key > ? AND substr(g.path, 1, length(?)) = ?
        ORDER BY g.name_key LIMIT ?\
        """;
    private static final PolicyHolders WITH_POLICY = new PolicyHolders("iam_group");
    private static final String INSERT = """
        INSERT INTO iam_group (account_id, name_key, id, name, path, create_date) VALUES (?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE iam_group SET name_key = ?, name = ?, path = ?, create_date = ? WHERE account_id = ? AND id = ?\
        """;
    private static final String DELETE = "DELETE FROM iam_group WHERE account_id = ? AND id = ?";

    private static final String IS_MEMBER = "SELECT 1 FROM membership WHERE user_id = ? AND group_id = ?";

    private final Transaction transaction;

    GroupTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Group> named(String accountId, String name) {
        return transaction.one(NAMED, GroupTable::read, accountId, Names.key(name));
    }

    @Override
    public Optional<Group> byId(String groupId) {
        return transaction.one(BY_ID, GroupTable::read, groupId);
    }

    @Override
    public List<Group> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                GroupTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<Group> ofUser(String userId, Slice slice) {
        return transaction.list(
                OF_USER,
                GroupTable::read,
                userId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<Group> withPolicy(String accountId, String policyArn, Slice slice) {
        return WITH_POLICY.list(transaction, GroupTable::read, accountId, policyArn, slice);
    }

    @Override
    public int insert(Group group) {
        Owners.insert(transaction, group.accountId(), group.id());
        int rows = transaction.run(
                INSERT,
                group.accountId(),
                Names.key(group.name()),
                group.id(),
                group.name(),
                group.path(),
                Times.toColumn(group.createDate()));
        Counters.increment(transaction, group.accountId(), Counted.GROUPS);
        return rows;
    }

    @Override
    public int update(Group group) {
        return transaction.run(
                UPDATE,
                Names.key(group.name()),
                group.name(),
                group.path(),
                Times.toColumn(group.createDate()),
                group.accountId(),
                group.id());
    }

    @Override
    public int delete(Group group) {
        int rows = transaction.run(DELETE, group.accountId(), group.id());
        if (rows > 0) {
            Owners.delete(transaction, group.accountId(), group.id());
            Counters.decrement(transaction, group.accountId(), Counted.GROUPS);
        }
        return rows;
    }

    @Override
    public boolean isMember(String groupId, String userId) {
        return transaction.exists(IS_MEMBER, userId, groupId);
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
