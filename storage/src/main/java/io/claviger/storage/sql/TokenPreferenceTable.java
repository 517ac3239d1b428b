package io.claviger.storage.sql;

import io.claviger.iam.TokenPreference;

/** The SQL of accounts' preferences for session tokens. */
final class TokenPreferenceTable implements Table<TokenPreference> {

    private static final String VERSION = "SELECT version FROM token_preference WHERE account_id = ?";
    private static final String INSERT = "INSERT INTO token_preference (account_id, version) VALUES (?, ?)";
    private static final String UPDATE = "UPDATE token_preference SET version = ? WHERE account_id = ?";
    private static final String DELETE = "DELETE FROM token_preference WHERE account_id = ?";

    private final Transaction transaction;

    TokenPreferenceTable(Transaction transaction) {
        this.transaction = transaction;
    }

    static int version(Transaction transaction, String accountId) {
        return transaction.one(VERSION, row -> row.getInt(1), accountId).orElse(TokenPreference.FIRST_VERSION);
    }

    @Override
    public int insert(TokenPreference preference) {
        return transaction.run(INSERT, preference.accountId(), preference.version());
    }

    /** Adds it if the account had none. */
    @Override
    public int update(TokenPreference preference) {
        int rows = transaction.run(UPDATE, preference.version(), preference.accountId());
        return rows == 0 ? insert(preference) : rows;
    }

    @Override
    public int delete(TokenPreference preference) {
        return transaction.run(DELETE, preference.accountId());
    }
}
