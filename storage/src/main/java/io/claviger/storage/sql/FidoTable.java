package io.claviger.storage.sql;

import io.claviger.iam.FidoDevice;
import io.claviger.iam.FidoDevice.Credential;
import io.claviger.iam.store.Counted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of passkeys and security keys. Their key is path and name together. */
final class FidoTable implements Table<FidoDevice> {

    private static final String NAMED = "SELECT * FROM fido_device WHERE account_id = ? AND name_key = ?";
    private static final String OF_OWNER = "SELECT * FROM fido_device WHERE owner_id = ? ORDER BY name_key";
    private static final String OF_CREDENTIAL = "SELECT 1 FROM fido_device WHERE credential_id = ?";
    private static final String INSERT = """
        INSERT INTO fido_device
            (account_id, name_key, path, name, owner_id, enable_date, relying_party, credential_id, public_key, signatures,
             model)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = "UPDATE fido_device SET signatures = ? WHERE account_id = ? AND name_key = ?";
    private static final String DELETE = "DELETE FROM fido_device WHERE account_id = ? AND name_key = ?";

    private final Transaction transaction;

    FidoTable(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<FidoDevice> named(String accountId, String pathAndName) {
        return transaction.one(NAMED, FidoTable::read, accountId, Names.key(pathAndName));
    }

    List<FidoDevice> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, FidoTable::read, ownerId);
    }

    boolean isCredentialKnown(String credentialId) {
        return transaction.exists(OF_CREDENTIAL, credentialId);
    }

    @Override
    public int insert(FidoDevice device) {
        Credential credential = device.credential();
        int rows = transaction.run(
                INSERT,
                device.accountId(),
                key(device),
                device.path(),
                device.name(),
                device.ownerId(),
                Times.toColumn(device.since()),
                credential.relyingParty(),
                credential.id(),
                credential.publicKey(),
                credential.signatures(),
                credential.model());
        Counters.increment(transaction, device.accountId(), Counted.FIDO_DEVICES);
        return rows;
    }

    /** The counter of signatures alone can change. */
    @Override
    public int update(FidoDevice device) {
        return transaction.run(UPDATE, device.credential().signatures(), device.accountId(), key(device));
    }

    @Override
    public int delete(FidoDevice device) {
        int rows = transaction.run(DELETE, device.accountId(), key(device));
        if (rows > 0) {
            Counters.decrement(transaction, device.accountId(), Counted.FIDO_DEVICES);
        }
        return rows;
    }

    private static String key(FidoDevice device) {
        return Names.key(device.path() + device.name());
    }

    private static FidoDevice read(ResultSet row) throws SQLException {
        return new FidoDevice(
                row.getString("account_id"),
                row.getString("path"),
                row.getString("name"),
                row.getString("owner_id"),
                Times.fromColumn(row, "enable_date"),
                new Credential(
                        row.getString("relying_party"),
                        row.getString("credential_id"),
                        row.getString("public_key"),
                        row.getLong("signatures"),
                        row.getString("model")));
    }
}
