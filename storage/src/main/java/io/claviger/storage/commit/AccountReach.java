package io.claviger.storage.commit;

import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the rows of an account that comes may refer to: what is its own, and policies of AWS. The tables look most things
 * up by an ID alone, since no two entities ever get the same. But a file that somebody wrote may say any ID.
 */
final class AccountReach {

    /** A column with the IDs of entities of another table. */
    record Reference(String table, String column, String target) {}

    static final List<Reference> REFERENCES = List.of(
            new Reference("owner", "id", "owner"),
            new Reference("membership", "group_id", "iam_group"),
            new Reference("membership", "user_id", "iam_user"),
            new Reference("login_profile", "user_id", "iam_user"),
            new Reference("policy_version", "policy_id", "managed_policy"),
            new Reference("instance_profile", "role_id", "iam_role"),
            new Reference("role_deletion", "role_id", "iam_role"),
            new Reference("role_origin", "role_id", "iam_role"),
            new Reference("saml_private_key", "provider_id", "saml_provider"),
            new Reference("redeemed_assertion", "provider_id", "saml_provider"),
            new Reference("redeemed_assertion", "role_id", "iam_role"));

    /** A column with the ARNs of policies. */
    private record PolicyColumn(String table, String column) {}

    private static final List<PolicyColumn> POLICIES = List.of(
            new PolicyColumn("attachment", "policy_arn"),
            new PolicyColumn("iam_user", "boundary_arn"),
            new PolicyColumn("iam_role", "boundary_arn"));

    private static final String ENTITIES = """
        SELECT 1 FROM owner WHERE account_id = ? AND id <> account_id AND NOT EXISTS (
            SELECT 1 FROM iam_user WHERE iam_user.account_id = owner.account_id AND iam_user.id = owner.id
            UNION ALL
            SELECT 1 FROM iam_group WHERE iam_group.account_id = owner.account_id AND iam_group.id = owner.id
            UNION ALL
            SELECT 1 FROM iam_role WHERE iam_role.account_id = owner.account_id AND iam_role.id = owner.id)\
        """;
    private static final String IDS = "SELECT id FROM owner WHERE account_id = ? AND id <> account_id";

    private static final Pattern UNIQUE_ID = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private AccountReach() {}

    /**
     * Looks at the rows that have been written.
     *
     * @throws OpenFailure if one of them refers to what is another account's, or could become another's
     */
    static void require(Session session, String accountId) {
        if (session.exists(ENTITIES, accountId)) {
            throw reaches("owner", "id");
        }
        // An account's number stands for its root user, even before there is such an account. After a colon, the name
        // of
        // a session may stand.
        if (session.list(IDS, row -> row.getString(1), accountId).stream()
                .anyMatch(id -> !UNIQUE_ID.matcher(id).matches())) {
            throw reaches("owner", "id");
        }
        for (Reference reference : REFERENCES) {
            String foreign = "SELECT 1 FROM %s own JOIN %s other ON other.id = own.%s"
                            .formatted(reference.table, reference.target, reference.column)
                    + " WHERE own.account_id = ? AND other.account_id <> ?";
            if (session.exists(foreign, accountId, accountId)) {
                throw reaches(reference.table, reference.column);
            }
        }
        for (PolicyColumn policies : POLICIES) {
            String foreign = "SELECT 1 FROM %s WHERE account_id = ? AND %s NOT LIKE ? AND %s NOT LIKE ?"
                    .formatted(policies.table, policies.column, policies.column);
            if (session.exists(
                    foreign, accountId, "arn:%:iam::aws:policy/%", "arn:%:iam::" + accountId + ":policy/%")) {
                throw reaches(policies.table, policies.column);
            }
        }
    }

    private static OpenFailure reaches(String table, String column) {
        return new OpenFailure("A row of " + table + " reaches for what is not this account's, by its " + column
                + ". No export of an account has such a row: do not trust where the file comes from");
    }
}
