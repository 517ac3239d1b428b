package io.claviger.storage.sql;

import io.claviger.iam.RedeemedAssertion;

/** The SQL of the SAML assertions that were exchanged for credentials. */
final class RedeemedAssertionTable implements Table<RedeemedAssertion> {

    private static final String HAS = """
            SELECT 1 FROM redeemed_assertion WHERE provider_id = ? AND assertion_id = ? AND role_id = ?""";
    private static final String INSERT = """
            INSERT INTO redeemed_assertion (account_id, provider_id, assertion_id, role_id, until)
            VALUES (?, ?, ?, ?, ?)""";
    private static final String FORGET_ENDED = "DELETE FROM redeemed_assertion WHERE until <= ?";
    private static final String DELETE = """
            DELETE FROM redeemed_assertion WHERE provider_id = ? AND assertion_id = ? AND role_id = ?""";

    private final Transaction transaction;

    RedeemedAssertionTable(Transaction transaction) {
        this.transaction = transaction;
    }

    boolean has(String providerId, String assertionId, String roleId) {
        return transaction.exists(HAS, providerId, assertionId, roleId);
    }

    @Override
    public int insert(RedeemedAssertion assertion) {
        transaction.run(FORGET_ENDED, Times.toColumn(assertion.redeemedAt()));
        return transaction.run(
                INSERT,
                assertion.accountId(),
                assertion.providerId(),
                assertion.assertionId(),
                assertion.roleId(),
                Times.toColumn(assertion.until()));
    }

    @Override
    public int delete(RedeemedAssertion assertion) {
        return transaction.run(DELETE, assertion.providerId(), assertion.assertionId(), assertion.roleId());
    }
}
