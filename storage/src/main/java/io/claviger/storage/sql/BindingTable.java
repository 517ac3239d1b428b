package io.claviger.storage.sql;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Membership;
import io.claviger.iam.store.BindingQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The SQL of what binds many users or roles at once. Columns are read by their place: there are many rows. */
final class BindingTable implements BindingQueries {

    private static final String ATTACHED_TO_USERS = """
            SELECT a.owner_id, a.policy_arn FROM iam_user h JOIN attachment a ON a.owner_id = h.id
            WHERE h.account_id = ? AND h.name_key > ? AND h.name_key <= ?""";
    private static final String INLINE_OF_USERS = """
            SELECT p.owner_id, p.name, p.document, p.size FROM iam_user h JOIN inline_policy p ON p.owner_id = h.id
            WHERE h.account_id = ? AND h.name_key > ? AND h.name_key <= ?""";
    private static final String GROUPS_OF_USERS = """
            SELECT m.group_id, m.user_id FROM iam_user h JOIN membership m ON m.user_id = h.id
            WHERE h.account_id = ? AND h.name_key > ? AND h.name_key <= ?""";
    private static final String ATTACHED_TO_ROLES = """
            SELECT a.owner_id, a.policy_arn FROM iam_role h JOIN attachment a ON a.owner_id = h.id
            WHERE h.account_id = ? AND h.name_key > ? AND h.name_key <= ?""";
    private static final String INLINE_OF_ROLES = """
            SELECT p.owner_id, p.name, p.document, p.size FROM iam_role h JOIN inline_policy p ON p.owner_id = h.id
            WHERE h.account_id = ? AND h.name_key > ? AND h.name_key <= ?""";

    private final Transaction transaction;

    BindingTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Attachment> attachedToUsers(Stretch users) {
        return list(ATTACHED_TO_USERS, row -> attachment(users, row), users);
    }

    @Override
    public List<InlinePolicy> inlineOfUsers(Stretch users) {
        return list(INLINE_OF_USERS, row -> inline(users, row), users);
    }

    @Override
    public List<Membership> groupsOfUsers(Stretch users) {
        return list(
                GROUPS_OF_USERS, row -> new Membership(users.accountId(), row.getString(1), row.getString(2)), users);
    }

    @Override
    public List<Attachment> attachedToRoles(Stretch roles) {
        return list(ATTACHED_TO_ROLES, row -> attachment(roles, row), roles);
    }

    @Override
    public List<InlinePolicy> inlineOfRoles(Stretch roles) {
        return list(INLINE_OF_ROLES, row -> inline(roles, row), roles);
    }

    private <T> List<T> list(String sql, Session.Row<T> row, Stretch holders) {
        return transaction.list(
                sql, row, holders.accountId(), Names.key(holders.after()), Names.key(holders.through()));
    }

    private static Attachment attachment(Stretch holders, ResultSet row) throws SQLException {
        String arn = row.getString(2);
        return new Attachment(holders.accountId(), row.getString(1), arn, Arns.nameIn(arn));
    }

    private static InlinePolicy inline(Stretch holders, ResultSet row) throws SQLException {
        return new InlinePolicy(
                holders.accountId(), row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
    }
}
