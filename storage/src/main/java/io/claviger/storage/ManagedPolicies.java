package io.claviger.storage;

import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of customer managed policies and of their versions. */
final class ManagedPolicies {

    private static final String NAMED = "SELECT * FROM managed_policy WHERE account_id = ? AND name_key = ?";
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

    private static final String VERSION = "SELECT * FROM policy_version WHERE policy_id = ? AND number = ?";
    private static final String VERSIONS = "SELECT * FROM policy_version WHERE policy_id = ? ORDER BY number DESC";
    // Adds nothing unless the policy is of the account.
    private static final String INSERT_VERSION = """
            INSERT INTO policy_version (account_id, policy_id, number, document, create_date)
            SELECT account_id, id, ?, ?, ? FROM managed_policy WHERE account_id = ? AND id = ?""";
    private static final String DELETE_VERSION = """
            DELETE FROM policy_version WHERE account_id = ? AND policy_id = ? AND number = ?""";

    private ManagedPolicies() {}

    static Optional<ManagedPolicy> named(Session session, String accountId, String name) {
        return session.one(NAMED, ManagedPolicies::read, accountId, Names.key(name));
    }

    static List<ManagedPolicy> list(Session session, String accountId, Slice slice) {
        return session.list(
                LIST,
                ManagedPolicies::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static int insert(Session session, ManagedPolicy policy) {
        int rows = session.run(
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
        Counters.increment(session, policy.accountId(), Counted.POLICIES);
        return rows;
    }

    static int update(Session session, ManagedPolicy policy) {
        return session.run(
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

    static int delete(Session session, ManagedPolicy policy) {
        int rows = session.run(DELETE, policy.accountId(), policy.id());
        if (rows > 0) {
            Counters.decrement(session, policy.accountId(), Counted.POLICIES);
        }
        return rows;
    }

    static Optional<PolicyVersion> version(Session session, String policyId, int number) {
        return session.one(VERSION, ManagedPolicies::readVersion, policyId, number);
    }

    static List<PolicyVersion> versions(Session session, String policyId) {
        return session.list(VERSIONS, ManagedPolicies::readVersion, policyId);
    }

    static int insert(Session session, PolicyVersion version) {
        int rows = session.run(
                INSERT_VERSION,
                version.number(),
                version.document(),
                Times.toColumn(version.createDate()),
                version.accountId(),
                version.policyId());
        if (rows > 0) {
            Counters.increment(session, version.accountId(), Counted.POLICY_VERSIONS);
        }
        return rows;
    }

    static int delete(Session session, PolicyVersion version) {
        int rows = session.run(DELETE_VERSION, version.accountId(), version.policyId(), version.number());
        if (rows > 0) {
            Counters.decrement(session, version.accountId(), Counted.POLICY_VERSIONS);
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

    private static PolicyVersion readVersion(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getString("account_id"),
                row.getString("policy_id"),
                row.getInt("number"),
                row.getString("document"),
                Times.fromColumn(row, "create_date"));
    }
}
