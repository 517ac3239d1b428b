package io.claviger.storage.sql;

import io.claviger.iam.Role;
import io.claviger.iam.RoleOrigin;
import io.claviger.iam.RoleUse;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.RoleQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The SQL of roles. */
final class RoleTable implements RoleQueries, Table<Role> {

    private static final String NAMED = "SELECT * FROM iam_role WHERE account_id = ? AND name_key = ?";
    private static final String BY_ID = "SELECT * FROM iam_role WHERE id = ?";
    private static final String LIST = """
        SELECT * FROM iam_role
        WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
        ORDER BY name_key LIMIT ?\
        """;
    private static final PolicyHolders WITH_POLICY = new PolicyHolders("iam_role");
    private static final String BOUNDED_BY = """
        SELECT * FROM iam_role
        WHERE account_id = ? AND boundary_arn = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
        ORDER BY name_key LIMIT ?\
        """;
    private static final String INSERT = """
        INSERT INTO iam_role (account_id, name_key, id, name, path, description, create_date, trust_policy,
            max_session, boundary_arn, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE iam_role SET description = ?, trust_policy = ?, max_session = ?, boundary_arn = ?, tags = ?
        WHERE account_id = ? AND id = ?\
        """;
    private static final String DELETE = "DELETE FROM iam_role WHERE account_id = ? AND id = ?";

    private static final String LAST_USE = "SELECT * FROM role_use WHERE role_id = ?";
    // Adds nothing if the role no longer exists, and keeps a later use.
    private static final String RECORD_USE = """
        INSERT INTO role_use (role_id, use_date, region)
        SELECT id, ?, ? FROM iam_role WHERE id = ?
        ON CONFLICT (role_id) DO UPDATE SET use_date = excluded.use_date, region = excluded.region
            WHERE excluded.use_date > role_use.use_date\
        """;

    private final Transaction transaction;

    RoleTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Role> named(String accountId, String name) {
        return transaction
                .remembered(memory -> memory.role(accountId, name))
                .or(() -> transaction.one(NAMED, RoleTable::read, accountId, Names.key(name)));
    }

    @Override
    public Optional<Role> byId(String roleId) {
        return transaction.one(BY_ID, RoleTable::read, roleId);
    }

    @Override
    public Optional<RoleUse> lastUse(String roleId) {
        return transaction.one(LAST_USE, RoleTable::readUse, roleId);
    }

    @Override
    public Optional<RoleOrigin> origin(String roleId) {
        return RoleOriginTable.of(transaction, roleId);
    }

    /** Keeps the use, unless there is a later one or the role no longer exists. */
    void recordUse(RoleUse use) {
        transaction.run(RECORD_USE, Times.toColumn(use.date()), use.region(), use.roleId());
    }

    @Override
    public List<Role> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                RoleTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public List<Role> withPolicy(String accountId, String policyArn, Slice slice) {
        return WITH_POLICY.list(transaction, RoleTable::read, accountId, policyArn, slice);
    }

    @Override
    public List<Role> boundedBy(String accountId, String policyArn, Slice slice) {
        return transaction.list(
                BOUNDED_BY,
                RoleTable::read,
                accountId,
                policyArn,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public int insert(Role role) {
        Owners.insert(transaction, role.accountId(), role.id());
        int rows = transaction.run(
                INSERT,
                role.accountId(),
                Names.key(role.name()),
                role.id(),
                role.name(),
                role.path(),
                role.description(),
                Times.toColumn(role.createDate()),
                role.trustPolicy(),
                role.maxSession().toSeconds(),
                role.boundaryArn(),
                TagColumn.write(role.tags()));
        Counters.increment(transaction, role.accountId(), Counted.ROLES);
        Counters.moveBoundary(transaction, role.accountId(), null, role.boundaryArn());
        return rows;
    }

    /** A role is never renamed. */
    @Override
    public int update(Role role) {
        Optional<Role> present = inAccount(role);
        if (present.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(
                UPDATE,
                role.description(),
                role.trustPolicy(),
                role.maxSession().toSeconds(),
                role.boundaryArn(),
                TagColumn.write(role.tags()),
                role.accountId(),
                role.id());
        Counters.moveBoundary(transaction, role.accountId(), present.get().boundaryArn(), role.boundaryArn());
        return rows;
    }

    @Override
    public int delete(Role role) {
        Optional<Role> present = inAccount(role);
        if (present.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(DELETE, role.accountId(), role.id());
        Owners.delete(transaction, role.accountId(), role.id());
        Counters.decrement(transaction, role.accountId(), Counted.ROLES);
        Counters.moveBoundary(transaction, role.accountId(), present.get().boundaryArn(), null);
        return rows;
    }

    private Optional<Role> inAccount(Role role) {
        return byId(role.id()).filter(found -> found.accountId().equals(role.accountId()));
    }

    private static Role read(ResultSet row) throws SQLException {
        return new Role(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                row.getString("description"),
                Times.fromColumn(row, "create_date"),
                row.getString("trust_policy"),
                Duration.ofSeconds(row.getLong("max_session")),
                row.getString("boundary_arn"),
                TagColumn.read(row.getString("tags")));
    }

    private static RoleUse readUse(ResultSet row) throws SQLException {
        return new RoleUse(row.getString("role_id"), Times.fromColumn(row, "use_date"), row.getString("region"));
    }
}
