package io.claviger.storage;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of the policies that belong to users and groups: attached ones and inline ones. */
final class OwnedPolicies {

    // Two attached policies may have one name and different paths, so the position in the list is name and ARN.
    private static final String ATTACHMENTS = """
            SELECT * FROM attachment
            WHERE owner_id = ? AND (name_key, policy_arn) > (?, ?) AND substr(path, 1, length(?)) = ?
            ORDER BY name_key, policy_arn LIMIT ?""";
    private static final String IS_ATTACHED = """
            SELECT 1 FROM attachment WHERE owner_id = ? AND name_key = ? AND policy_arn = ?""";
    private static final String ATTACH = """
            INSERT INTO attachment (account_id, owner_id, name_key, policy_arn, policy_name, path)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String DETACH = """
            DELETE FROM attachment WHERE account_id = ? AND owner_id = ? AND name_key = ? AND policy_arn = ?""";

    private static final String INLINE = "SELECT * FROM inline_policy WHERE owner_id = ? AND name_key = ?";
    private static final String INLINES = """
            SELECT * FROM inline_policy WHERE owner_id = ? AND name_key > ? ORDER BY name_key LIMIT ?""";
    private static final String INSERT_INLINE = """
            INSERT INTO inline_policy (account_id, owner_id, name_key, name, document, size)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE_INLINE = """
            UPDATE inline_policy SET name = ?, document = ?, size = ?
            WHERE account_id = ? AND owner_id = ? AND name_key = ?""";
    private static final String DELETE_INLINE = """
            DELETE FROM inline_policy WHERE account_id = ? AND owner_id = ? AND name_key = ?""";

    private OwnedPolicies() {}

    static List<Attachment> attachments(Session session, String ownerId, Slice slice) {
        String after = slice.after() == null ? "" : slice.after();
        return session.list(
                ATTACHMENTS,
                OwnedPolicies::readAttachment,
                ownerId,
                nameKey(after),
                after,
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    static boolean isAttached(Session session, String ownerId, String policyArn) {
        return session.exists(IS_ATTACHED, ownerId, nameKey(policyArn), policyArn);
    }

    static int insert(Session session, Attachment attachment) {
        String arn = attachment.policyArn();
        int rows = session.run(
                ATTACH,
                attachment.accountId(),
                attachment.ownerId(),
                nameKey(arn),
                arn,
                attachment.policyName(),
                pathIn(arn));
        Counters.incrementAttachments(session, attachment.accountId(), arn);
        return rows;
    }

    static int delete(Session session, Attachment attachment) {
        String arn = attachment.policyArn();
        int rows = session.run(DETACH, attachment.accountId(), attachment.ownerId(), nameKey(arn), arn);
        if (rows > 0) {
            Counters.decrementAttachments(session, attachment.accountId(), arn);
        }
        return rows;
    }

    static Optional<InlinePolicy> inline(Session session, String ownerId, String name) {
        return session.one(INLINE, OwnedPolicies::readInline, ownerId, Names.key(name));
    }

    static List<InlinePolicy> inlines(Session session, String ownerId, Slice slice) {
        return session.list(INLINES, OwnedPolicies::readInline, ownerId, Names.after(slice), slice.limit());
    }

    static int insert(Session session, InlinePolicy policy) {
        return session.run(
                INSERT_INLINE,
                policy.accountId(),
                policy.ownerId(),
                Names.key(policy.name()),
                policy.name(),
                policy.document(),
                policy.size());
    }

    static int update(Session session, InlinePolicy policy) {
        return session.run(
                UPDATE_INLINE,
                policy.name(),
                policy.document(),
                policy.size(),
                policy.accountId(),
                policy.ownerId(),
                Names.key(policy.name()));
    }

    static int delete(Session session, InlinePolicy policy) {
        return session.run(DELETE_INLINE, policy.accountId(), policy.ownerId(), Names.key(policy.name()));
    }

    private static String nameKey(String policyArn) {
        return Names.key(Arns.nameIn(policyArn));
    }

    /** From the first slash to the last. */
    private static String pathIn(String policyArn) {
        return policyArn.substring(policyArn.indexOf('/'), policyArn.lastIndexOf('/') + 1);
    }

    private static Attachment readAttachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("account_id"),
                row.getString("owner_id"),
                row.getString("policy_arn"),
                row.getString("policy_name"));
    }

    private static InlinePolicy readInline(ResultSet row) throws SQLException {
        return new InlinePolicy(
                row.getString("account_id"),
                row.getString("owner_id"),
                row.getString("name"),
                row.getString("document"),
                row.getInt("size"));
    }
}
