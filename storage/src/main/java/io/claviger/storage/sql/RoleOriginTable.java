package io.claviger.storage.sql;

import io.claviger.iam.RoleOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of the templates that roles were made of. */
final class RoleOriginTable implements Table<RoleOrigin> {

    private static final String OF_ROLE = "SELECT * FROM role_origin WHERE role_id = ?";
    private static final String INSERT = """
        INSERT INTO role_origin (account_id, role_id, template_arn, minor_version, fingerprint)
        VALUES (?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE role_origin SET template_arn = ?, minor_version = ?, fingerprint = ?
        WHERE account_id = ? AND role_id = ?\
        """;
    private static final String DELETE = "DELETE FROM role_origin WHERE account_id = ? AND role_id = ?";

    private final Transaction transaction;

    RoleOriginTable(Transaction transaction) {
        this.transaction = transaction;
    }

    static Optional<RoleOrigin> of(Transaction transaction, String roleId) {
        return transaction.one(OF_ROLE, RoleOriginTable::read, roleId);
    }

    @Override
    public int insert(RoleOrigin origin) {
        return transaction.run(
                INSERT,
                origin.accountId(),
                origin.roleId(),
                origin.templateArn(),
                origin.minorVersion(),
                origin.fingerprint());
    }

    @Override
    public int update(RoleOrigin origin) {
        return transaction.run(
                UPDATE,
                origin.templateArn(),
                origin.minorVersion(),
                origin.fingerprint(),
                origin.accountId(),
                origin.roleId());
    }

    @Override
    public int delete(RoleOrigin origin) {
        return transaction.run(DELETE, origin.accountId(), origin.roleId());
    }

    private static RoleOrigin read(ResultSet row) throws SQLException {
        return new RoleOrigin(
                row.getString("account_id"),
                row.getString("role_id"),
                row.getString("template_arn"),
                row.getInt("minor_version"),
                row.getString("fingerprint"));
    }
}
