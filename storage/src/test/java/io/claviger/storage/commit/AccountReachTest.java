package io.claviger.storage.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.TableShape;
import io.claviger.storage.sqlite.SqliteDatabase;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountReachTest {

    /** Columns that nothing is looked up by in another table, or in one whose rows are looked at themselves. */
    private static final Set<String> HARMLESS = Set.of(
            "fido_device.credential_id",
            "key_use.access_key_id",
            "redeemed_assertion.assertion_id",
            "role_deletion.task_id",
            "role_use.role_id");

    /** A column that is added later has to be thought of: whose may it be that it names? */
    @Test
    void everyColumnOfIdsIsLookedAt(@TempDir Path directory) throws SQLException {
        SqlStore.open(SqliteFile.in(directory), new SealingKey.InFile(directory.resolve("sealing.key")))
                .close();
        Set<String> references = AccountReach.REFERENCES.stream()
                .map(reference -> reference.table() + "." + reference.column())
                .collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("claviger.db"));
                Statement statement = connection.createStatement()) {
            for (TableShape table : AccountTables.of(SqliteDatabase.MIGRATIONS.tables())) {
                unknown.addAll(columns(statement, table.name()));
                unknown.removeAll(ofOwnersInTheAccount(statement, table.name()));
            }
        }
        unknown.removeAll(references);
        unknown.removeAll(HARMLESS);
        assertThat(unknown).isEmpty();
    }

    private static Set<String> columns(Statement statement, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (row.next()) {
                String column = row.getString("name");
                if (column.endsWith("_id") && !column.equals("account_id")) {
                    columns.add(table + "." + column);
                }
            }
        }
        return columns;
    }

    /** Those that the database itself holds to owners of the row's account. */
    private static Set<String> ofOwnersInTheAccount(Statement statement, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet row = statement.executeQuery("PRAGMA foreign_key_list(" + table + ")")) {
            while (row.next()) {
                if (row.getString("table").equals("owner")) {
                    columns.add(table + "." + row.getString("from"));
                }
            }
        }
        return columns;
    }
}
