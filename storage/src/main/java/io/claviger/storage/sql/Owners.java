package io.claviger.storage.sql;

/** The SQL of owners: the IDs to which policies and access keys can belong, those of users, groups, roles and root users. */
final class Owners {

    private static final String INSERT = "INSERT INTO owner (account_id, id) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM owner WHERE account_id = ? AND id = ?";

    private Owners() {}

    /** Lets policies and access keys belong to this ID. */
    static void insert(Transaction transaction, String accountId, String id) {
        transaction.run(INSERT, accountId, id);
    }

    /** Fails while a policy or an access key belongs to this ID. */
    static void delete(Transaction transaction, String accountId, String id) {
        transaction.run(DELETE, accountId, id);
    }
}
