package io.claviger.storage;

import io.claviger.iam.store.Counted;
import java.util.List;

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

    static long of(Session session, String accountId, Counted kind) {
        return number(session, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    static int attachments(Session session, String accountId, String policyArn) {
        return (int) number(session, accountId, ATTACHMENTS, policyArn);
    }

    static List<String> attachedPolicies(Session session, String accountId) {
        return session.list(SUBJECTS, row -> row.getString(1), accountId, ATTACHMENTS);
    }

    static int boundaries(Session session, String accountId, String policyArn) {
        return (int) number(session, accountId, BOUNDARIES, policyArn);
    }

    static void increment(Session session, String accountId, Counted kind) {
        session.run(ONE_MORE, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    static void decrement(Session session, String accountId, Counted kind) {
        less(session, accountId, kind.name(), WHOLE_ACCOUNT);
    }

    static void incrementAttachments(Session session, String accountId, String policyArn) {
        session.run(ONE_MORE, accountId, ATTACHMENTS, policyArn);
    }

    static void decrementAttachments(Session session, String accountId, String policyArn) {
        less(session, accountId, ATTACHMENTS, policyArn);
    }

    static void incrementBoundaries(Session session, String accountId, String policyArn) {
        session.run(ONE_MORE, accountId, BOUNDARIES, policyArn);
    }

    static void decrementBoundaries(Session session, String accountId, String policyArn) {
        less(session, accountId, BOUNDARIES, policyArn);
    }

    private static long number(Session session, String accountId, String kind, String subject) {
        return session.one(NUMBER, row -> row.getLong(1), accountId, kind, subject)
                .orElse(0L);
    }

    private static void less(Session session, String accountId, String kind, String subject) {
        session.run(ONE_LESS, accountId, kind, subject);
        session.run(FORGET_NONE, accountId, kind, subject);
    }
}
