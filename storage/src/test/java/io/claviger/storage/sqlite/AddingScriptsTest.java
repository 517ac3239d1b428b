package io.claviger.storage.sqlite;

import static io.claviger.storage.sqlite.SqliteDatabase.MIGRATIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Servers of the release before use the database while a newer one changes its tables, and go on. So a script adds tables,
 * columns and indexes, and takes nothing away.
 */
class AddingScriptsTest {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern ADDS = Pattern.compile(
            "(?s)CREATE TABLE .*|CREATE (UNIQUE )?INDEX .*|ALTER TABLE \\w+ ADD COLUMN .*|PRAGMA user_version = \\d+");

    /** What else scripts do, and why servers of the release before can live with it. */
    private static final Map<String, List<String>> EXCEPTIONS = Map.of(
            "V1__tables.sql",
            // Nobody uses the database yet.
            List.of("INSERT INTO revision (id, number) VALUES (1, 0)"),
            "V16__report_parts.sql",
            // They make and show no credential report until they are replaced: docs/operating.md says so.
            List.of("DELETE FROM credential_report", "ALTER TABLE credential_report DROP COLUMN content"));

    @Test
    void scriptsOnlyAdd() throws Exception {
        for (String script : MIGRATIONS.scripts()) {
            assertThat(statements(script).filter(each -> !ADDS.matcher(each).matches()))
                    .as(script)
                    .containsExactlyElementsOf(EXCEPTIONS.getOrDefault(script, List.of()));
        }
    }

    private static Stream<String> statements(String script) throws IOException {
        try (InputStream stream = Objects.requireNonNull(SqliteDatabase.class.getResourceAsStream(script))) {
            String text = new String(stream.readAllBytes(), UTF_8);
            return Stream.of(COMMENT.matcher(text).replaceAll("").split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty());
        }
    }
}
