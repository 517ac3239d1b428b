package io.claviger.storage.sql;

import io.claviger.iam.store.Counted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of the counters, which are kept in the transaction of what they count. */
final class Counters {

    private static final String ATTACHMENTS = "ATTACHMENTS";
    private static final String BOUNDARIES = "BOUNDARIES";
    private static final String WHOLE_ACCOUNT = "";

    private static final String NUMBER = """
            SELECT number FROM counter WHERE account_id = ? AND kind = ? AND subject = ?""";
    private static final String SUBJECTS = """
            SELECT subject FROM counter WHERE account_id = ? AND kind = ?""";
    private static final String ONE_MORE = """
            INSERT INTO counter (account_id, kind, subject, number) VALUES (?, ?, ?, 1)
            ON CONFLICT (account_id, kind, subject) DO UPDATE SET number = counter.number + 1""";
    private static final String ONE_LESS = """
            UPDATE counter SET number = number - 1 WHERE account_id = ? AND kind = ? AND subject = ?""";
    private static final String FORGET_NONE = """
            DELETE FROM counter WHERE account_id = ? AND kind = ? AND subject = ? AND number = 0""";

    private Counters() {}

    static long of(Transaction transaction, String accountId, Counted kind) {
        return number(transaction, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    static int attachments(Transaction transaction, String accountId, String policyArn) {
        return (int) number(transaction, accountId, ATTACHMENTS, policyArn);
    }

    static List<String> attachedPolicies(Transaction transaction, String accountId) {
        return transaction.list(SUBJECTS, row -> row.getString(1), accountId, ATTACHMENTS);
    }

    static List<String> boundingPolicies(Transaction transaction, String accountId) {
        return transaction.list(SUBJECTS, row -> row.getString(1), accountId, BOUNDARIES);
    }

    static int boundaries(Transaction transaction, String accountId, String policyArn) {
        return (int) number(transaction, accountId, BOUNDARIES, policyArn);
    }

    static void increment(Transaction transaction, String accountId, Counted kind) {
        transaction.run(ONE_MORE, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    static void decrement(Transaction transaction, String accountId, Counted kind) {
        less(transaction, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    /** Something is in use, or no longer. */
    static void move(Transaction transaction, String accountId, Counted kind, boolean before, boolean now) {
        if (now && !before) {
            increment(transaction, accountId, kind);
        } else if (before && !now) {
            decrement(transaction, accountId, kind);
        }
    }

    static void incrementAttachments(Transaction transaction, String accountId, String policyArn) {
        transaction.run(ONE_MORE, accountId, ATTACHMENTS, policyArn);
    }

    static void decrementAttachments(Transaction transaction, String accountId, String policyArn) {
        less(transaction, accountId, ATTACHMENTS, policyArn);
    }

    /** An entity's boundary is another one, or none; null for none. */
    static void moveBoundary(Transaction transaction, String accountId, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null) {
            less(transaction, accountId, BOUNDARIES, from);
        }
        if (to != null) {
            transaction.run(ONE_MORE, accountId, BOUNDARIES, to);
        }
    }

    private static long number(Transaction transaction, String accountId, String kind, String subject) {
        return transaction
                .one(NUMBER, row -> row.getLong(1), accountId, kind, subject)
                .orElse(0L);
    }

    private static void less(Transaction transaction, String accountId, String kind, String subject) {
        transaction.run(ONE_LESS, accountId, kind, subject);
        transaction.run(FORGET_NONE, accountId, kind, subject);
    }
}
