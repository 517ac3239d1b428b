package io.claviger.storage.commit;

/** The columns of the database that hold sealed secrets. */
public enum SealedColumn {
    /** The secrets of access keys. */
    ACCESS_KEY("access_key", "secret", "The secret of the access key", "key"),
    /** The private keys of server certificates. */
    SERVER_CERTIFICATE("server_certificate", "private_key", "The private key of the server certificate", "certificate");

    private final String table;
    private final String column;
    private final String subject;
    private final String owner;

    SealedColumn(String table, String column, String subject, String owner) {
        this.table = table;
        this.column = column;
        this.subject = subject;
        this.owner = owner;
    }

    /** SQL that asks for all IDs with their secrets. */
    String select() {
        return "SELECT id, " + column + " FROM " + table;
    }

    /** SQL that replaces the secret of an ID. */
    String replace() {
        return "UPDATE " + table + " SET " + column + " = ? WHERE id = ?";
    }

    /** What to say of a secret that cannot be opened. */
    String damaged(String id) {
        return subject + " " + id + " is damaged: delete that " + owner + ", and try again. Nothing was changed";
    }
}
