package io.claviger.storage.sql;

import io.claviger.iam.AnsweredChallenge;
import java.time.Duration;

/** The SQL of the challenges that authenticators have answered. */
final class AnsweredChallengeTable implements Table<AnsweredChallenge> {

    private static final String HAS = "SELECT 1 FROM answered_challenge WHERE challenge = ?";
    private static final String INSERT =
            "INSERT INTO answered_challenge (account_id, challenge, until) VALUES (?, ?, ?)";
    private static final String FORGET_ENDED = "DELETE FROM answered_challenge WHERE until <= ?";

    /** By how much the clocks of servers may differ: a challenge may still be in time by that of another one. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final Transaction transaction;

    AnsweredChallengeTable(Transaction transaction) {
        this.transaction = transaction;
    }

    boolean has(String challenge) {
        return transaction.exists(HAS, challenge);
    }

    @Override
    public int insert(AnsweredChallenge challenge) {
        transaction.run(FORGET_ENDED, Times.toColumn(challenge.answeredAt().minus(CLOCKS)));
        return transaction.run(INSERT, challenge.accountId(), challenge.challenge(), Times.toColumn(challenge.until()));
    }
}
