package io.claviger.storage.sql;

import io.claviger.iam.ConsoleSession;
import io.claviger.iam.store.ConsoleSessionQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of sessions of the web console. Inserting a session deletes those that have ended. */
final class ConsoleSessionTable implements ConsoleSessionQueries, Table<ConsoleSession> {

    private static final String BY_ID = "SELECT * FROM console_session WHERE id = ?";
    private static final String OF_OWNER = "SELECT * FROM console_session WHERE owner_id = ? ORDER BY id";
    private static final String INSERT = """
            INSERT INTO console_session (account_id, id, owner_id, proof, details, started, last_used, ends)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = "UPDATE console_session SET last_used = ? WHERE id = ?";
    private static final String FORGET_ENDED = "DELETE FROM console_session WHERE ends <= ?";
    private static final String DELETE = "DELETE FROM console_session WHERE id = ?";

    private final Transaction transaction;

    ConsoleSessionTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<ConsoleSession> byId(String id) {
        return transaction.one(BY_ID, ConsoleSessionTable::read, id);
    }

    @Override
    public List<ConsoleSession> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, ConsoleSessionTable::read, ownerId);
    }

    @Override
    public int insert(ConsoleSession session) {
        transaction.run(FORGET_ENDED, Times.toColumn(session.startedAt()));
        return transaction.run(
                INSERT,
                session.accountId(),
                session.id(),
                session.ownerId(),
                session.proof(),
                session.details(),
                Times.toColumn(session.startedAt()),
                Times.toColumn(session.lastUsedAt()),
                Times.toColumn(session.endsAt()));
    }

    /** Only its last use ever changes. */
    @Override
    public int update(ConsoleSession session) {
        return transaction.run(UPDATE, Times.toColumn(session.lastUsedAt()), session.id());
    }

    @Override
    public int delete(ConsoleSession session) {
        return transaction.run(DELETE, session.id());
    }

    private static ConsoleSession read(ResultSet row) throws SQLException {
        return new ConsoleSession(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("owner_id"),
                row.getString("proof"),
                row.getString("details"),
                Times.fromColumn(row, "started"),
                Times.fromColumn(row, "last_used"),
                Times.fromColumn(row, "ends"));
    }
}
