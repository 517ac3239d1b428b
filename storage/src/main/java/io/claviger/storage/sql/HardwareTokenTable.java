package io.claviger.storage.sql;

import io.claviger.iam.HardwareToken;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.store.Counted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of hardware tokens, whose key is the serial number. Those in use are counted. */
final class HardwareTokenTable implements Table<HardwareToken> {

    private static final String FIND = "SELECT * FROM hardware_token WHERE serial_key = ?";
    private static final String OF_OWNER = "SELECT * FROM hardware_token WHERE owner_id = ? ORDER BY serial_key";
    private static final String UNUSED = """
        SELECT * FROM hardware_token WHERE account_id = ? AND owner_id IS NULL ORDER BY serial_key\
        """;
    private static final String INSERT = """
        INSERT INTO hardware_token
            (account_id, serial_key, serial_number, seed, step_seconds, owner_id, enable_date, drift, last_step)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE hardware_token
        SET serial_number = ?, seed = ?, step_seconds = ?, owner_id = ?, enable_date = ?, drift = ?, last_step = ?
        WHERE account_id = ? AND serial_key = ?\
        """;
    private static final String DELETE = "DELETE FROM hardware_token WHERE account_id = ? AND serial_key = ?";

    private final Transaction transaction;

    HardwareTokenTable(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<HardwareToken> find(String serialNumber) {
        return transaction.one(FIND, HardwareTokenTable::read, Names.key(serialNumber));
    }

    List<HardwareToken> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, HardwareTokenTable::read, ownerId);
    }

    List<HardwareToken> unused(String accountId) {
        return transaction.list(UNUSED, HardwareTokenTable::read, accountId);
    }

    @Override
    public int insert(HardwareToken token) {
        int rows = transaction.run(
                INSERT,
                UseColumns.among(
                        List.of(
                                token.accountId(),
                                key(token),
                                token.serialNumber(),
                                token.seed().bytes(),
                                token.stepSeconds()),
                        token.use()));
        countUse(false, token);
        return rows;
    }

    @Override
    public int update(HardwareToken token) {
        boolean wasUsed = isUsed(token);
        int rows = transaction.run(
                UPDATE,
                UseColumns.among(
                        List.of(token.serialNumber(), token.seed().bytes(), token.stepSeconds()),
                        token.use(),
                        token.accountId(),
                        key(token)));
        countUse(wasUsed, token);
        return rows;
    }

    @Override
    public int delete(HardwareToken token) {
        boolean wasUsed = isUsed(token);
        int rows = transaction.run(DELETE, token.accountId(), key(token));
        countUse(wasUsed, token.used(null));
        return rows;
    }

    private boolean isUsed(HardwareToken token) {
        return find(token.serialNumber())
                .filter(there -> there.accountId().equals(token.accountId()) && there.use() != null)
                .isPresent();
    }

    private void countUse(boolean before, HardwareToken token) {
        Counters.move(transaction, token.accountId(), Counted.HARDWARE_TOKENS_IN_USE, before, token.use() != null);
    }

    private static String key(HardwareToken token) {
        return Names.key(token.serialNumber());
    }

    private static HardwareToken read(ResultSet row) throws SQLException {
        return new HardwareToken(
                row.getString("account_id"),
                row.getString("serial_number"),
                new SealedSecret(row.getBytes("seed")),
                row.getInt("step_seconds"),
                UseColumns.read(row));
    }
}
