package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An export whose rows reach for another account of the server that takes it: nothing of it is taken. */
class HostileExportTest extends ExportGround {

    // IDs of the other account's entities.
    private static final String USER = "AIDAVICTIMVICTIMVICTI";
    private static final String GROUP = "AGPAVICTIMVICTIMVICTI";
    private static final String ROLE = "AROAVICTIMVICTIMVICTI";
    private static final String POLICY = "ANPAVICTIMVICTIMVICTI";
    private static final String PROVIDER = "SAMLSPVICTIMVICTIMVIC";

    private static final List<String> HOSTILE = List.of(
            "INSERT INTO owner VALUES ('123456789012', '999988887777')",
            "INSERT INTO owner VALUES ('123456789012', '111122223333')",
            "INSERT INTO owner VALUES ('123456789012', '" + USER + "')",
            "INSERT INTO owner VALUES ('123456789012', 'AIDAWITHOUTANYENTITYX')",
            "UPDATE OR REPLACE login_profile SET user_id = '" + USER + "'",
            "UPDATE OR REPLACE membership SET user_id = '" + USER + "'",
            "UPDATE OR REPLACE membership SET group_id = '" + GROUP + "'",
            "UPDATE OR REPLACE policy_version SET policy_id = '" + POLICY + "'",
            "UPDATE OR REPLACE instance_profile SET role_id = '" + ROLE + "'",
            "UPDATE OR REPLACE role_deletion SET role_id = '" + ROLE + "'",
            "UPDATE OR REPLACE saml_private_key SET provider_id = '" + PROVIDER + "'",
            "UPDATE OR REPLACE attachment SET policy_arn = 'arn:aws:iam::999988887777:policy/p'",
            "UPDATE OR REPLACE iam_user SET boundary_arn = 'arn:aws:iam::999988887777:policy/p'",
            "UPDATE OR REPLACE iam_role SET boundary_arn = 'arn:aws:iam::999988887777:policy/p'");

    /** Somebody else's account, with one of each kind of entity. */
    private void victim() throws Exception {
        assertThat(startOther()).as(this::err).isZero();
        for (String id : List.of(USER, GROUP, ROLE, POLICY, PROVIDER)) {
            change(other(), "INSERT INTO owner VALUES ('" + OTHER + "', '" + id + "')");
        }
        change(
                other(),
                "INSERT INTO iam_user (account_id, id, name_key, name, path, create_date, tags) VALUES ('" + OTHER
                        + "', '" + USER + "', 'bob', 'bob', '/', 0, '[]')",
                "INSERT INTO iam_group (account_id, id, name_key, name, path, create_date) VALUES ('" + OTHER + "', '"
                        + GROUP + "', 'g', 'g', '/', 0)",
                copied("iam_role", ROLE, "name_key", "'r'"),
                copied("managed_policy", POLICY, "name_key", "'p'"),
                copied("saml_provider", PROVIDER, "name_key", "'s'"));
    }

    /** A row as the first account has it, with the other account's number and this ID. */
    private String copied(String table, String id, String key, String name) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("claviger.db"));
                var columns = connection.getMetaData().getColumns(null, null, table, null);
                Statement statement = connection.createStatement()) {
            StringBuilder names = new StringBuilder();
            StringBuilder values = new StringBuilder();
            while (columns.next()) {
                String column = columns.getString("COLUMN_NAME");
                names.append(names.isEmpty() ? "" : ", ").append(column);
                String value = column.equals("account_id")
                        ? "'" + OTHER + "'"
                        : column.equals("id") ? "'" + id + "'" : column.equals(key) ? name : "quote(" + column + ")";
                values.append(values.isEmpty() ? "" : " || ', ' || ")
                        .append(value.startsWith("quote") ? value : "'" + value.replace("'", "''") + "'");
            }
            try (var row = statement.executeQuery("SELECT " + values + " FROM " + table + " LIMIT 1")) {
                assertThat(row.next()).as(table).isTrue();
                return "INSERT INTO " + table + " (" + names + ") VALUES (" + row.getString(1) + ")";
            }
        }
    }

    @Test
    void rowsThatReachForAnotherAccountAreRefused() throws Exception {
        try (RunningServer server = start(data(), Optional.empty())) {
            new Populated(server, Files.createDirectory(directory.resolve("made")));
        }
        victim();
        Path key = keyPair("key", "EC", 256);
        Path database = data().resolve("claviger.db");
        byte[] honest = Files.readAllBytes(database);
        byte[] before = Files.readAllBytes(other().resolve("claviger.db"));
        for (String hostile : HOSTILE) {
            Files.write(database, honest);
            change(data(), hostile);
            Files.deleteIfExists(file());
            assertThat(export(key)).as(this::err).isZero();
            assertThat(take(key, other(), "--email", "house@example.com"))
                    .as(hostile)
                    .isEqualTo(1);
            assertThat(err()).contains("reaches for what is not this account's");
            assertThat(Files.readAllBytes(other().resolve("claviger.db")))
                    .as(hostile)
                    .isEqualTo(before);
        }
    }
}
