package io.claviger.bench;

import io.claviger.iam.Attachment;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Writing;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Users, roles and managed policies, as many of each; each policy is attached to a user and a role, and one to all of them. */
final class Entities {

    /** The ARN of the policy that all users and roles have. */
    static final String COMMON = "arn:aws:iam::" + Program.ACCOUNT + ":policy/common";

    private static final int AT_ONCE = 500;
    private static final Instant CREATED = Instant.EPOCH;
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
            + "\"sts:AssumeRole\",\"Principal\":{\"AWS\":\"" + Program.ACCOUNT + "\"}}]}";

    private Entities() {}

    /** Makes the directory, with the benchmark's administrator and so many of each kind beside. */
    static void make(Path data, int count) throws IOException {
        Program.claviger(data).close();
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")))) {
            boolean _ = store.write(writing -> {
                policy(writing, "ANPACOMMON", "common", 0);
                return true;
            });
            for (int first = 0; first < count; first += AT_ONCE) {
                int from = first;
                int to = Math.min(count, first + AT_ONCE);
                boolean _ = store.write(writing -> {
                    for (int number = from; number < to; number++) {
                        insert(writing, number);
                    }
                    return true;
                });
            }
        }
    }

    private static void insert(Writing writing, int number) {
        String name = "policy-" + number;
        String user = "AIDA" + number;
        String role = "AROA" + number;
        policy(writing, "ANPA" + number, name, number);
        writing.insert(new User(Program.ACCOUNT, user, Population.name(number), "/", CREATED, null, List.of()));
        writing.insert(new Role(
                Program.ACCOUNT,
                role,
                "role-" + number,
                "/",
                null,
                CREATED,
                TRUST,
                Duration.ofHours(1),
                null,
                List.of()));
        for (String owner : List.of(user, role)) {
            writing.insert(new Attachment(
                    Program.ACCOUNT, owner, "arn:aws:iam::" + Program.ACCOUNT + ":policy/" + name, name));
            writing.insert(new Attachment(Program.ACCOUNT, owner, COMMON, "common"));
        }
    }

    private static void policy(Writing writing, String id, String name, int number) {
        writing.insert(new ManagedPolicy(Program.ACCOUNT, id, name, "/", "", CREATED, CREATED, 1, 1, List.of()));
        writing.insert(new PolicyVersion(Program.ACCOUNT, id, 1, document(number), CREATED));
    }

    private static String document(int number) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\","
                + "\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::bucket-" + number + "/*\"}]}";
    }

    /** Attaches the common policy to all users that {@link Population} has made. */
    static void attachToAll(Path data) throws SQLException, IOException {
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")))) {
            boolean _ = store.write(writing -> {
                policy(writing, "ANPACOMMON", "common", 0);
                return true;
            });
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -1000000");
            int attached = statement.executeUpdate("INSERT INTO attachment (account_id, owner_id, name_key, policy_arn,"
                    + " policy_name, path) SELECT account_id, id, 'common', '" + COMMON
                    + "', 'common', '/' FROM iam_user");
            statement.executeUpdate("INSERT INTO counter (account_id, kind, subject, number) VALUES ('"
                    + Program.ACCOUNT + "', 'ATTACHMENTS', '" + COMMON + "', " + attached + ")");
        }
    }

    /** Forgets the credential report, so that it is made again. */
    static void forgetReport(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM credential_report");
        }
    }
}
