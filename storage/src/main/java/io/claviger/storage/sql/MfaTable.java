package io.claviger.storage.sql;

import io.claviger.iam.MfaDevice;
import io.claviger.iam.MfaDevice.Clock;
import io.claviger.iam.MfaDevice.Use;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.MfaQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of virtual MFA devices. Their key is path and name together. */
final class MfaTable implements MfaQueries, Table<MfaDevice> {

    private static final String NAMED = "SELECT * FROM mfa_device WHERE account_id = ? AND name_key = ?";
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
    public Optional<MfaDevice> named(String accountId, String pathAndName) {
        return transaction.one(NAMED, MfaTable::read, accountId, Names.key(pathAndName));
    }

    @Override
    public List<MfaDevice> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, MfaTable::read, ownerId);
    }

    @Override
    public List<MfaDevice> list(String accountId, Which which, Slice slice) {
        String sql = switch (which) {
            case ALL -> LIST;
            case ASSIGNED -> ASSIGNED;
            case UNASSIGNED -> UNASSIGNED;
        };
        return transaction.list(sql, MfaTable::read, accountId, Names.after(slice), slice.limit());
    }

    @Override
    public int insert(MfaDevice device) {
        Use use = device.use();
        int rows = transaction.run(
                INSERT,
                device.accountId(),
                key(device),
                device.path(),
                device.name(),
                device.seed().bytes(),
                use == null ? null : use.ownerId(),
                use == null ? null : Times.toColumn(use.since()),
                use == null ? null : use.clock().drift(),
                use == null ? null : use.clock().lastStep(),
                TagColumn.write(device.tags()));
        Counters.increment(transaction, device.accountId(), Counted.MFA_DEVICES);
        moveUse(device, null, use);
        return rows;
    }

    @Override
    public int update(MfaDevice device) {
        Optional<MfaDevice> old = named(device.accountId(), device.path() + device.name());
        if (old.isEmpty()) {
            return 0;
        }
        Use use = device.use();
        int rows = transaction.run(
                UPDATE,
                use == null ? null : use.ownerId(),
                use == null ? null : Times.toColumn(use.since()),
                use == null ? null : use.clock().drift(),
                use == null ? null : use.clock().lastStep(),
                TagColumn.write(device.tags()),
                device.accountId(),
                key(device));
        moveUse(device, old.get().use(), use);
        return rows;
    }

    @Override
    public int delete(MfaDevice device) {
        Optional<MfaDevice> old = named(device.accountId(), device.path() + device.name());
        if (old.isEmpty()) {
            return 0;
        }
        int rows = transaction.run(DELETE, device.accountId(), key(device));
        Counters.decrement(transaction, device.accountId(), Counted.MFA_DEVICES);
        moveUse(device, old.get().use(), null);
        return rows;
    }

    private void moveUse(MfaDevice device, @Nullable Use from, @Nullable Use to) {
        if (from == null && to != null) {
            Counters.increment(transaction, device.accountId(), Counted.MFA_DEVICES_IN_USE);
        } else if (from != null && to == null) {
            Counters.decrement(transaction, device.accountId(), Counted.MFA_DEVICES_IN_USE);
        }
    }

    private static String key(MfaDevice device) {
        return Names.key(device.path() + device.name());
    }

    private static MfaDevice read(ResultSet row) throws SQLException {
        String ownerId = row.getString("owner_id");
        Use use = ownerId == null
                ? null
                : new Use(
                        ownerId,
                        Times.fromColumn(row, "enable_date"),
                        new Clock(row.getLong("drift"), row.getLong("last_step")));
        return new MfaDevice(
                row.getString("account_id"),
                row.getString("path"),
                row.getString("name"),
                new SealedSecret(row.getBytes("seed")),
                use,
                TagColumn.read(row.getString("tags")));
    }
}
