package io.claviger.storage.sql;

import io.claviger.iam.PolicyVersion;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.PolicyVersionQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of the versions of customer managed policies. */
final class PolicyVersionTable implements PolicyVersionQueries, Table<PolicyVersion> {

    private static final String NUMBERED = "SELECT * FROM policy_version WHERE policy_id = ? AND number = ?";
    private static final String OF_POLICY = "SELECT * FROM policy_version WHERE policy_id = ? ORDER BY number DESC";
    // Adds nothing unless the policy is of the account.
    private static final String INSERT = """
            INSERT INTO policy_version (account_id, policy_id, number, document, create_date)
            SELECT account_id, id, ?, ?, ? FROM managed_policy WHERE account_id = ? AND id = ?""";
    private static final String DELETE = """
            DELETE FROM policy_version WHERE account_id = ? AND policy_id = ? AND number = ?""";

    private final Transaction transaction;

    PolicyVersionTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<PolicyVersion> numbered(String policyId, int number) {
        return transaction.one(NUMBERED, PolicyVersionTable::read, policyId, number);
    }

    @Override
    public List<PolicyVersion> ofPolicy(String policyId) {
        return transaction.list(OF_POLICY, PolicyVersionTable::read, policyId);
    }

    @Override
    public int insert(PolicyVersion version) {
        int rows = transaction.run(
                INSERT,
                version.number(),
                version.document(),
                Times.toColumn(version.createDate()),
                version.accountId(),
                version.policyId());
        if (rows > 0) {
            Counters.increment(transaction, version.accountId(), Counted.POLICY_VERSIONS);
        }
        return rows;
    }

    @Override
    public int delete(PolicyVersion version) {
        int rows = transaction.run(DELETE, version.accountId(), version.policyId(), version.number());
        if (rows > 0) {
            Counters.decrement(transaction, version.accountId(), Counted.POLICY_VERSIONS);
        }
        return rows;
    }

    private static PolicyVersion read(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getString("account_id"),
                row.getString("policy_id"),
                row.getInt("number"),
                row.getString("document"),
                Times.fromColumn(row, "create_date"));
    }
}
