package io.claviger.storage.sql;

import io.claviger.iam.Arns;
import io.claviger.iam.store.Slice;
import java.util.List;

/**
 * The SQL of who has a managed policy, in the order of names, for a table of entities. If few have it, all of those are
 * found by the policy, and sorted. If many have it, the entities are walked in their order until a page is full.
 */
final class PolicyHolders {

    /** With so many, a walk of a million entities for a page looks at less of them than there are attachments. */
    private static final int FEW = 5_000;

    private final String few;
    private final String many;

    /** Of the entities of a table. */
    PolicyHolders(String table) {
        String inOrder = " AND e.name_key > ? AND substr(e.path, 1, length(?)) = ? ORDER BY e.name_key LIMIT ?";
        this.few = "SELECT e.* FROM attachment a JOIN " + table + " e ON e.id = a.owner_id"
                + " WHERE a.account_id = ? AND a.name_key = ? AND a.policy_arn = ?" + inOrder;
        this.many = "SELECT e.* FROM " + table + " e WHERE e.account_id = ? AND EXISTS (SELECT 1 FROM attachment a"
                + " WHERE a.owner_id = e.id AND a.name_key = ? AND a.policy_arn = ?)" + inOrder;
    }

    <E> List<E> list(Transaction transaction, Session.Row<E> row, String accountId, String policyArn, Slice slice) {
        return transaction.list(
                Counters.attachments(transaction, accountId, policyArn) > FEW ? many : few,
                row,
                accountId,
                Names.key(Arns.nameIn(policyArn)),
                policyArn,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }
}
