package io.claviger.storage.sql;

import io.claviger.iam.InlinePolicy;
import io.claviger.iam.store.InlinePolicyQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of inline policies. */
final class InlinePolicyTable implements InlinePolicyQueries, Table<InlinePolicy> {

    private static final String NAMED = "SELECT * FROM inline_policy WHERE owner_id = ? AND name_key = ?";
    private static final String OF_OWNER = """
            SELECT * FROM inline_policy WHERE owner_id = ? AND name_key > ? ORDER BY name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO inline_policy (account_id, owner_id, name_key, name, document, size)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE inline_policy SET name = ?, document = ?, size = ?
            WHERE account_id = ? AND owner_id = ? AND name_key = ?""";
    private static final String DELETE = """
            DELETE FROM inline_policy WHERE account_id = ? AND owner_id = ? AND name_key = ?""";

    private final Transaction transaction;

    InlinePolicyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<InlinePolicy> named(String ownerId, String name) {
        return transaction.one(NAMED, InlinePolicyTable::read, ownerId, Names.key(name));
    }

    @Override
    public List<InlinePolicy> ofOwner(String ownerId, Slice slice) {
        return transaction.list(OF_OWNER, InlinePolicyTable::read, ownerId, Names.after(slice), slice.limit());
    }

    @Override
    public int insert(InlinePolicy policy) {
        return transaction.run(
                INSERT,
                policy.accountId(),
                policy.ownerId(),
                Names.key(policy.name()),
                policy.name(),
                policy.document(),
                policy.size());
    }

    @Override
    public int update(InlinePolicy policy) {
        return transaction.run(
                UPDATE,
                policy.name(),
                policy.document(),
                policy.size(),
                policy.accountId(),
                policy.ownerId(),
                Names.key(policy.name()));
    }

    @Override
    public int delete(InlinePolicy policy) {
        return transaction.run(DELETE, policy.accountId(), policy.ownerId(), Names.key(policy.name()));
    }

    private static InlinePolicy read(ResultSet row) throws SQLException {
        return new InlinePolicy(
                row.getString("account_id"),
                row.getString("owner_id"),
                row.getString("name"),
                row.getString("document"),
                row.getInt("size"));
    }
}
