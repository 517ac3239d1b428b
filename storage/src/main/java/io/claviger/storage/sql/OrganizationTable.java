package io.claviger.storage.sql;

import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.Organization.Feature;
import io.claviger.iam.store.OrganizationQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The SQL of the organization. */
final class OrganizationTable implements OrganizationQueries, Table<Organization> {

    private static final String ONLY = "SELECT * FROM organization";
    private static final String MEMBER = "SELECT * FROM member_account WHERE account_id = ?";
    private static final String MEMBERS = "SELECT * FROM member_account ORDER BY account_id";
    private static final String INSERT = """
        INSERT INTO organization (id, account_id, root_credentials_management, root_sessions) VALUES (?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE organization SET root_credentials_management = ?, root_sessions = ? WHERE id = ?\
        """;
    private static final String DELETE = "DELETE FROM organization WHERE id = ?";

    private final Transaction transaction;

    OrganizationTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Organization> only() {
        return transaction.one(ONLY, OrganizationTable::read);
    }

    @Override
    public Optional<MemberAccount> member(String accountId) {
        return transaction.one(MEMBER, OrganizationTable::readMember, accountId);
    }

    @Override
    public List<MemberAccount> members() {
        return transaction.list(MEMBERS, OrganizationTable::readMember);
    }

    @Override
    public int insert(Organization organization) {
        return transaction.run(
                INSERT,
                organization.id(),
                organization.accountId(),
                has(organization, Feature.ROOT_CREDENTIALS_MANAGEMENT),
                has(organization, Feature.ROOT_SESSIONS));
    }

    @Override
    public int update(Organization organization) {
        return transaction.run(
                UPDATE,
                has(organization, Feature.ROOT_CREDENTIALS_MANAGEMENT),
                has(organization, Feature.ROOT_SESSIONS),
                organization.id());
    }

    @Override
    public int delete(Organization organization) {
        return transaction.run(DELETE, organization.id());
    }

    private static int has(Organization organization, Feature feature) {
        return organization.features().contains(feature) ? 1 : 0;
    }

    private static Organization read(ResultSet row) throws SQLException {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if (row.getInt(feature.name().toLowerCase(Locale.ROOT)) != 0) {
                features.add(feature);
            }
        }
        return new Organization(row.getString("account_id"), row.getString("id"), features);
    }

    private static MemberAccount readMember(ResultSet row) throws SQLException {
        return new MemberAccount(
                row.getString("account_id"),
                row.getString("organization_id"),
                row.getString("name"),
                row.getString("email"),
                Times.fromColumn(row, "joined"));
    }
}
