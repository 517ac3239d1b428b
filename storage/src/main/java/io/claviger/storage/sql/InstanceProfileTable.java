package io.claviger.storage.sql;

import io.claviger.iam.InstanceProfile;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.InstanceProfileQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of instance profiles. */
final class InstanceProfileTable implements InstanceProfileQueries, Table<InstanceProfile> {

    private static final String NAMED = "SELECT * FROM instance_profile WHERE account_id = ? AND name_key = ?";
    private static final String LIST = """
            SELECT * FROM instance_profile
            WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
            ORDER BY name_key LIMIT ?""";
    private static final String OF_ROLE = """
            SELECT * FROM instance_profile WHERE role_id = ? AND name_key > ? ORDER BY name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO instance_profile (account_id, name_key, id, name, path, create_date, role_id, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE instance_profile SET role_id = ?, tags = ? WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM instance_profile WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    InstanceProfileTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<InstanceProfile> named(String accountId, String name) {
        return transaction.one(NAMED, InstanceProfileTable::read, accountId, Names.key(name));
    }

    @Override
    public List<InstanceProfile> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                InstanceProfileTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<InstanceProfile> ofRole(String roleId, Slice slice) {
        return transaction.list(OF_ROLE, InstanceProfileTable::read, roleId, Names.after(slice), slice.limit());
    }

    @Override
    public int insert(InstanceProfile profile) {
        int rows = transaction.run(
                INSERT,
                profile.accountId(),
                Names.key(profile.name()),
                profile.id(),
                profile.name(),
                profile.path(),
                Times.toColumn(profile.createDate()),
                profile.roleId(),
                TagColumn.write(profile.tags()));
        Counters.increment(transaction, profile.accountId(), Counted.INSTANCE_PROFILES);
        return rows;
    }

    /** An instance profile is never renamed. */
    @Override
    public int update(InstanceProfile profile) {
        return transaction.run(
                UPDATE, profile.roleId(), TagColumn.write(profile.tags()), profile.accountId(), profile.id());
    }

    @Override
    public int delete(InstanceProfile profile) {
        int rows = transaction.run(DELETE, profile.accountId(), profile.id());
        if (rows > 0) {
            Counters.decrement(transaction, profile.accountId(), Counted.INSTANCE_PROFILES);
        }
        return rows;
    }

    private static InstanceProfile read(ResultSet row) throws SQLException {
        return new InstanceProfile(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                Times.fromColumn(row, "create_date"),
                row.getString("role_id"),
                TagColumn.read(row.getString("tags")));
    }
}
