package io.claviger.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A baseline: one-row SQLite transactions that are as durable as the store's, the statement prepared once. */
final class BareSqlite {

    private BareSqlite() {}

    /** Transactions a second, written into the file for so many seconds. */
    static double transactions(Path file, int seconds) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var setting = connection.createStatement()) {
                setting.execute("PRAGMA journal_mode=WAL");
                setting.execute("PRAGMA synchronous=FULL");
                setting.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bare (text) VALUES (?)")) {
                long start = System.nanoTime();
                long end = start + seconds * 1_000_000_000L;
                int done = 0;
                while (System.nanoTime() < end) {
                    insert.setString(1, "a row about as long as an access key's with its sealed secret " + done);
                    done += insert.executeUpdate();
                }
                return done / ((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
