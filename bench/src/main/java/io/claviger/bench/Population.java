package io.claviger.bench;

import io.claviger.iam.AccessKey;
import io.claviger.iam.User;
import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.iam.store.Writing;
import io.claviger.storage.SealingKey;
import io.claviger.storage.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users by number, each perhaps with an access key, in a data directory; their IDs are as scattered as IAM's own. */
final class Population {

    private static final int BATCH = 50_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Population() {}

    /** Makes the directory, with the benchmark's administrator and so many users beside. */
    static void make(Path data, int users, boolean withKeys) throws IOException {
        Program.claviger(data).close();
        try (SqliteStore store = SqliteStore.open(data, new SealingKey.InFile(data.resolve("sealing.key")))) {
            AccessKeySecrets secrets = new AccessKeySecrets(store.sealing());
            for (int from = 0; from < users; from += BATCH) {
                int first = from;
                int end = Math.min(users, from + BATCH);
                int _ = store.write(writing -> {
                    for (int number = first; number < end; number++) {
                        insert(writing, number, withKeys ? secrets : null);
                    }
                    return end;
                });
            }
        }
    }

    private static void insert(Writing writing, int number, @Nullable AccessKeySecrets secrets) {
        String id = userId(number);
        writing.insert(new User(Program.ACCOUNT, id, name(number), "/", Instant.EPOCH, null, List.of()));
        if (secrets != null) {
            KeyPair key = key(number);
            writing.insert(new AccessKey(
                    Program.ACCOUNT,
                    key.id(),
                    id,
                    AccessKey.Status.ACTIVE,
                    Instant.EPOCH,
                    secrets.seal(key.id(), key.secret())));
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
