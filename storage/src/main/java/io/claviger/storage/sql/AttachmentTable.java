package io.claviger.storage.sql;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.store.AttachmentQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The SQL of managed policies that are attached to users and groups. */
final class AttachmentTable implements AttachmentQueries, Table<Attachment> {

    // Two attached policies may have one name and different paths, so the position in the list is name and ARN.
    private static final String OF_OWNER = """
            SELECT * FROM attachment
            WHERE owner_id = ? AND (name_key, policy_arn) > (?, ?) AND substr(path, 1, length(?)) = ?
            ORDER BY name_key, policy_arn LIMIT ?""";
    private static final String EXISTS = """
            SELECT 1 FROM attachment WHERE owner_id = ? AND name_key = ? AND policy_arn = ?""";
    private static final String INSERT = """
            INSERT INTO attachment (account_id, owner_id, name_key, policy_arn, policy_name, path)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = """
            DELETE FROM attachment WHERE account_id = ? AND owner_id = ? AND name_key = ? AND policy_arn = ?""";

    private final Transaction transaction;

    AttachmentTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Attachment> ofOwner(String ownerId, Slice slice) {
        String after = slice.after() == null ? "" : slice.after();
        return transaction.list(
                OF_OWNER,
                AttachmentTable::read,
                ownerId,
                nameKey(after),
                after,
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public boolean exists(String ownerId, String policyArn) {
        return transaction.exists(EXISTS, ownerId, nameKey(policyArn), policyArn);
    }

    @Override
    public int insert(Attachment attachment) {
        String arn = attachment.policyArn();
        int rows = transaction.run(
                INSERT,
                attachment.accountId(),
                attachment.ownerId(),
                nameKey(arn),
                arn,
                attachment.policyName(),
                pathIn(arn));
        Counters.incrementAttachments(transaction, attachment.accountId(), arn);
        return rows;
    }

    @Override
    public int delete(Attachment attachment) {
        String arn = attachment.policyArn();
        int rows = transaction.run(DELETE, attachment.accountId(), attachment.ownerId(), nameKey(arn), arn);
        if (rows > 0) {
            Counters.decrementAttachments(transaction, attachment.accountId(), arn);
        }
        return rows;
    }

    private static String nameKey(String policyArn) {
        return Names.key(Arns.nameIn(policyArn));
    }

    /** From the first slash to the last. */
    private static String pathIn(String policyArn) {
        return policyArn.substring(policyArn.indexOf('/'), policyArn.lastIndexOf('/') + 1);
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("account_id"),
                row.getString("owner_id"),
                row.getString("policy_arn"),
                row.getString("policy_name"));
    }
}
