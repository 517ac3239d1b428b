package io.claviger.storage.sql;

import io.claviger.iam.FidoDevice;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.MfaDevice;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.MfaQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of virtual MFA devices, whose key is path and name together, and the way to all others. */
final class MfaTable implements MfaQueries, Table<VirtualMfaDevice> {

    private static final String NAMED = "SELECT * FROM mfa_device WHERE account_id = ? AND name_key = ?";
    private static final String HAS = """
        SELECT 1 FROM mfa_device WHERE owner_id = ?
        UNION ALL
        SELECT 1 FROM hardware_token WHERE owner_id = ?
        UNION ALL
        SELECT 1 FROM fido_device WHERE owner_id = ?
        LIMIT 1\
        """;
    private static final String OF_OWNER = "SELECT * FROM mfa_device WHERE owner_id = ? ORDER BY name_key";
    private static final String LIST = """
        SELECT * FROM mfa_device WHERE account_id = ? AND name_key > ? ORDER BY name_key LIMIT ?\
        """;
    private static final String ASSIGNED = """
        SELECT * FROM mfa_device WHERE account_id = ? AND name_key > ? AND owner_id IS NOT NULL
        ORDER BY name_key LIMIT ?\
        """;
    private static final String UNASSIGNED = """
        SELECT * FROM mfa_device WHERE account_id = ? AND name_key > ? AND owner_id IS NULL
        ORDER BY name_key LIMIT ?\
        """;
    private static final String INSERT = """
        INSERT INTO mfa_device
            (account_id, name_key, path, name, seed, owner_id, enable_date, drift, last_step, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE mfa_device SET owner_id = ?, enable_date = ?, drift = ?, last_step = ?, tags = ?
        WHERE account_id = ? AND name_key = ?\
        """;
    private static final String DELETE = "DELETE FROM mfa_device WHERE account_id = ? AND name_key = ?";

    private final Transaction transaction;

    MfaTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<VirtualMfaDevice> named(String accountId, String pathAndName) {
        return transaction.one(NAMED, MfaTable::read, accountId, Names.key(pathAndName));
    }

    @Override
    public Optional<FidoDevice> fidoNamed(String accountId, String pathAndName) {
        return new FidoTable(transaction).named(accountId, pathAndName);
    }

    @Override
    public Optional<HardwareToken> token(String serialNumber) {
        return new HardwareTokenTable(transaction).find(serialNumber);
    }

    @Override
    public List<HardwareToken> unusedTokens(String accountId) {
        return new HardwareTokenTable(transaction).unused(accountId);
    }

    @Override
    public boolean has(String ownerId) {
        return transaction.exists(HAS, ownerId, ownerId, ownerId);
    }

    @Override
    public List<MfaDevice> ofOwner(String ownerId) {
        List<MfaDevice> devices = new ArrayList<>(totpOf(ownerId));
        devices.addAll(fidoOf(ownerId));
        return devices;
    }

    @Override
    public List<TotpDevice> totpOf(String ownerId) {
        List<TotpDevice> devices = new ArrayList<>(transaction.list(OF_OWNER, MfaTable::read, ownerId));
        devices.addAll(new HardwareTokenTable(transaction).ofOwner(ownerId));
        return devices;
    }

    @Override
    public List<FidoDevice> fidoOf(String ownerId) {
        return new FidoTable(transaction).ofOwner(ownerId);
    }

    @Override
    public boolean isCredentialKnown(String credentialId) {
        return new FidoTable(transaction).isCredentialKnown(credentialId);
    }

    @Override
    public boolean isAnswered(String challenge) {
        return new AnsweredChallengeTable(transaction).has(challenge);
    }

    @Override
    public List<VirtualMfaDevice> list(String accountId, Which which, Slice slice) {
        String sql = switch (which) {
            case ALL -> LIST;
            case ASSIGNED -> ASSIGNED;
            case UNASSIGNED -> UNASSIGNED;
        };
        return transaction.list(sql, MfaTable::read, accountId, Names.after(slice), slice.limit());
    }

    @Override
    public int insert(VirtualMfaDevice device) {
        int rows = transaction.run(
                INSERT,
                UseColumns.among(
                        List.of(
                                device.accountId(),
                                key(device),
                                device.path(),
                                device.name(),
                                device.seed().bytes()),
                        device.use(),
                        TagColumn.write(device.tags())));
        Counters.increment(transaction, device.accountId(), Counted.MFA_DEVICES);
        countUse(null, device);
        return rows;
    }

    @Override
    public int update(VirtualMfaDevice device) {
        Optional<VirtualMfaDevice> old = named(device.accountId(), device.path() + device.name());
        if (old.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(
                UPDATE,
                UseColumns.among(
                        List.of(), device.use(), TagColumn.write(device.tags()), device.accountId(), key(device)));
        countUse(old.get().use(), device);
        return rows;
    }

    @Override
    public int delete(VirtualMfaDevice device) {
        Optional<VirtualMfaDevice> old = named(device.accountId(), device.path() + device.name());
        if (old.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(DELETE, device.accountId(), key(device));
        Counters.decrement(transaction, device.accountId(), Counted.MFA_DEVICES);
        countUse(old.get().use(), device.used(null));
        return rows;
    }

    private void countUse(@Nullable Use before, VirtualMfaDevice device) {
        Counters.move(
                transaction, device.accountId(), Counted.MFA_DEVICES_IN_USE, before != null, device.use() != null);
    }

    private static String key(VirtualMfaDevice device) {
        return Names.key(device.path() + device.name());
    }

    private static VirtualMfaDevice read(ResultSet row) throws SQLException {
        return new VirtualMfaDevice(
                row.getString("account_id"),
                row.getString("path"),
                row.getString("name"),
                new SealedSecret(row.getBytes("seed")),
                UseColumns.read(row),
                TagColumn.read(row.getString("tags")));
    }
}
