package io.claviger.storage.commit;

import io.claviger.iam.HardwareToken;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.TableShape;
import java.util.function.UnaryOperator;

/** A column of secrets, each sealed for the ID of its own row. */
public enum SealedColumn {
    /** The secrets of access keys. */
    ACCESS_KEY("access_key", "secret", "The secret of the access key %s is damaged: delete that key, and try again"),
    /** The private keys of SAML providers. */
    SAML_PRIVATE_KEY("saml_private_key", "secret", "The private key %s is damaged: delete that key, and try again"),
    /** The private keys of server certificates. */
    SERVER_CERTIFICATE(
            "server_certificate",
            "private_key",
            "The private key of the server certificate %s is damaged: delete that certificate, and try again"),
    /** The seeds of MFA devices, by account, path and name. */
    MFA_DEVICE(
            "mfa_device",
            "account_id || ':mfa' || path || name",
            "seed",
            "The seed of the MFA device %s is damaged: delete that device, and try again"),
    /** The seeds of hardware tokens, by account and serial number. */
    HARDWARE_TOKEN(
            "hardware_token",
            "account_id || ':token/' || serial_number",
            "seed",
            "The seed of the hardware token %s is damaged: deactivate it, have a start with prune: true forget it, and try again"),
    /** The keys that sign tokens. */
    ISSUER_KEY(
            "issuer_key",
            "private_key",
            "The key %s, which signs tokens, is damaged: restore a backup in which it is not");

    private final String table;
    private final String column;
    private final String select;
    private final String replace;
    private final String damaged;

    SealedColumn(String table, String column, String damaged) {
        this(table, "id", column, damaged);
    }

    SealedColumn(String table, String id, String column, String damaged) {
        this.table = table;
        this.column = column;
        this.select = "SELECT " + id + ", " + column + " FROM " + table;
        this.replace = "UPDATE " + table + " SET " + column + " = ? WHERE " + id + " = ?";
        this.damaged = damaged;
    }

    /**
     * What is in a column of a table.
     *
     * @throws OpenFailure if nothing there is sealed
     */
    static SealedColumn of(String table, String column) {
        for (SealedColumn one : values()) {
            if (one.table.equals(table) && one.column.equals(column)) {
                return one;
            }
        }
        throw new OpenFailure("A row of " + table + " is damaged: nothing is sealed in the column " + column);
    }

    /**
     * What the secret of a row is sealed for.
     *
     * @param text gives what is in another column of the row
     */
    String id(UnaryOperator<String> text) {
        return switch (this) {
            case MFA_DEVICE -> text.apply("account_id") + ":mfa" + text.apply("path") + text.apply("name");
            case HARDWARE_TOKEN -> HardwareToken.id(text.apply("account_id"), text.apply("serial_number"));
            case ACCESS_KEY, SAML_PRIVATE_KEY, SERVER_CERTIFICATE, ISSUER_KEY -> text.apply("id");
        };
    }

    /** The table. */
    String table() {
        return table;
    }

    /** What the column is called in its table. */
    String column() {
        return column;
    }

    /** Asks for all IDs, each with what is sealed for it. */
    String select() {
        return select;
    }

    /** Replaces what is sealed for an ID. */
    String replace() {
        return replace;
    }

    /** Replaces what is sealed in the row of a primary key, unless that is another secret by now. */
    String replaceIn(TableShape shape) {
        return "UPDATE " + table + " SET " + column + " = ? WHERE " + String.join(" = ? AND ", shape.key())
                + " = ? AND " + column + " = ?";
    }

    /** Why a key cannot be changed when the secret of this ID cannot be opened, and what to do. */
    String damaged(String id) {
        return damaged.formatted(id);
    }
}
