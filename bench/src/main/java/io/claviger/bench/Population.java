package io.claviger.bench;

import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Users by number, each perhaps with an access key, in a data directory; their IDs are as scattered as IAM's own. They
 * are written into the store's tables directly, since a million users one by one take the store minutes.
 */
final class Population {

    private static final String OWNER = "INSERT INTO owner (account_id, id) VALUES (?, ?)";
    private static final String USER = """
            INSERT INTO iam_user (account_id, id, name_key, name, path, create_date, tags)
            VALUES (?, ?, ?, ?, '/', 0, '[]')""";
    private static final String ACCESS_KEY = """
            INSERT INTO access_key (account_id, owner_id, id, secret, status, create_date)
            VALUES (?, ?, ?, ?, 'ACTIVE', 0)""";
    private static final String COUNTER = """
            UPDATE counter SET number = number + ? WHERE account_id = ? AND kind = 'USERS' AND subject = ''""";

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Population() {}

    /** Makes the directory, with the benchmark's administrator and so many users beside. */
    static void make(Path data, int users, boolean withKeys) throws IOException, SQLException {
        Program.claviger(data).close();
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                var setting = connection.createStatement()) {
            // Nothing to lose, and room for the whole: the rows go to places all over the file.
            setting.execute("PRAGMA synchronous = OFF");
            setting.execute("PRAGMA cache_size = -1000000");
            connection.setAutoCommit(false);
            insert(connection, users, withKeys ? new AccessKeySecrets(store.sealing()) : null);
            connection.commit();
        }
    }

    private static void insert(Connection connection, int users, @Nullable AccessKeySecrets secrets)
            throws SQLException {
        try (PreparedStatement owner = connection.prepareStatement(OWNER);
                PreparedStatement user = connection.prepareStatement(USER);
                PreparedStatement accessKey = connection.prepareStatement(ACCESS_KEY);
                PreparedStatement counter = connection.prepareStatement(COUNTER)) {
            for (int number = 0; number < users; number++) {
                String id = userId(number);
                run(owner, Program.ACCOUNT, id);
                run(user, Program.ACCOUNT, id, name(number), name(number));
                if (secrets != null) {
                    KeyPair key = key(number);
                    byte[] sealed = secrets.seal(key.id(), key.secret()).bytes();
                    run(accessKey, Program.ACCOUNT, id, key.id(), sealed);
                }
            }
            run(counter, users, Program.ACCOUNT);
        }
    }

    private static void run(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("a row was not written");
        }
    }

    /** A user's name. */
    static String name(int number) {
        return "user-" + number;
    }

    /** A user's access key. */
    static KeyPair key(int number) {
        return new KeyPair("AKIA" + scattered(number, 16), "secret/of/user/" + String.format("%025d", number));
    }

    private static String userId(int number) {
        return "AIDA" + scattered(number, 17);
    }

    /** Characters that differ between any two numbers below 32 to the sixth, and follow no order of theirs. */
    private static String scattered(int number, int length) {
        StringBuilder text = new StringBuilder(length);
        // An odd factor makes a one-to-one map of the bits, and the high ones, which come first, the least regular.
        long bits = number * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < length; i++) {
            bits = Long.rotateLeft(bits, BITS);
            text.append(BASE_32.charAt((int) bits & (BASE_32.length() - 1)));
        }
        return text.toString();
    }
}
