package io.claviger.storage.sql;

import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.PolicyQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of customer managed policies. */
final class PolicyTable implements PolicyQueries, Table<ManagedPolicy> {

    private static final String NAMED = "SELECT * FROM managed_policy WHERE account_id = ? AND name_key = ?";
    // Columns are read by position: a question about all principals of an account reads many of these rows.
    private static final String IN_FORCE =
            "SELECT id, path, name, default_version FROM managed_policy WHERE account_id = ? AND name_key = ?";
    private static final String LIST = """
            SELECT * FROM managed_policy
            WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
            ORDER BY name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO managed_policy (account_id, name_key, id, name, path, description, create_date, update_date,
                default_version, latest_version, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE managed_policy SET name_key = ?, name = ?, path = ?, description = ?, create_date = ?,
                update_date = ?, default_version = ?, latest_version = ?, tags = ?
            WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM managed_policy WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    PolicyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<ManagedPolicy> named(String accountId, String name) {
        return transaction.one(NAMED, PolicyTable::read, accountId, Names.key(name));
    }

    @Override
    public Optional<InForce> inForce(String accountId, String name) {
        return transaction.one(
                IN_FORCE,
                row -> new InForce(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                accountId,
                Names.key(name));
    }

    @Override
    public List<ManagedPolicy> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                PolicyTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public int attachmentCount(String accountId, String policyArn) {
        return Counters.attachments(transaction, accountId, policyArn);
    }

    @Override
    public int boundaryCount(String accountId, String policyArn) {
        return Counters.boundaries(transaction, accountId, policyArn);
    }

    @Override
    public List<String> attachedArns(String accountId) {
        return Counters.attachedPolicies(transaction, accountId);
    }

    @Override
    public List<String> boundingArns(String accountId) {
        return Counters.boundingPolicies(transaction, accountId);
    }

    @Override
    public int insert(ManagedPolicy policy) {
        int rows = transaction.run(
                INSERT,
                policy.accountId(),
                Names.key(policy.name()),
                policy.id(),
                policy.name(),
                policy.path(),
                policy.description(),
                Times.toColumn(policy.createDate()),
                Times.toColumn(policy.updateDate()),
                policy.defaultVersion(),
                policy.latestVersion(),
                TagColumn.write(policy.tags()));
        Counters.increment(transaction, policy.accountId(), Counted.POLICIES);
        return rows;
    }

    @Override
    public int update(ManagedPolicy policy) {
        return transaction.run(
                UPDATE,
                Names.key(policy.name()),
                policy.name(),
                policy.path(),
                policy.description(),
                Times.toColumn(policy.createDate()),
                Times.toColumn(policy.updateDate()),
                policy.defaultVersion(),
                policy.latestVersion(),
                TagColumn.write(policy.tags()),
                policy.accountId(),
                policy.id());
    }

    @Override
    public int delete(ManagedPolicy policy) {
        int rows = transaction.run(DELETE, policy.accountId(), policy.id());
        if (rows > 0) {
            Counters.decrement(transaction, policy.accountId(), Counted.POLICIES);
        }
        return rows;
    }

    private static ManagedPolicy read(ResultSet row) throws SQLException {
        return new ManagedPolicy(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                row.getString("description"),
                Times.fromColumn(row, "create_date"),
                Times.fromColumn(row, "update_date"),
                row.getInt("default_version"),
                row.getInt("latest_version"),
                TagColumn.read(row.getString("tags")));
    }
}
