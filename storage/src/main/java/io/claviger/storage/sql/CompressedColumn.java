package io.claviger.storage.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Long texts in a column: in UTF-8, compressed as <a href="https://www.rfc-editor.org/rfc/rfc1950">RFC 1950</a> says. */
final class CompressedColumn {

    private CompressedColumn() {}

    static byte[] toColumn(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(bytes)) {
            compressed.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String fromColumn(ResultSet row, String column) throws SQLException {
        try (InflaterInputStream text = new InflaterInputStream(new ByteArrayInputStream(row.getBytes(column)))) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new SQLException("the column " + column + " is damaged", e);
        }
    }
}
