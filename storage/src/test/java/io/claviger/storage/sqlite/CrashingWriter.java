package io.claviger.storage.sqlite;

import static io.claviger.storage.Samples.ACCOUNT;

import io.claviger.iam.AccessKey;
import io.claviger.iam.User;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes without end, from several threads, and says what was acknowledged, a line each: {@code added ID .} for a key
 * that was created, {@code deleting ID .} before its deletion and {@code deleted ID .} after it. Keys that begin with
 * {@value #ROLLED_BACK} are of works that throw.
 */
final class CrashingWriter {

    static final String ROLLED_BACK = "ROLLEDBACK";

    static final String END = ".";

    private static final int THREADS = 6;

    private CrashingWriter() {}

    /** The data directory, and a word that is in no ID of a writer before. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        SqlStore store =
                SqlStore.open(SqliteFile.in(directory), new SealingKey.InFile(directory.resolve("sealing.key")));
        for (int t = 0; t < THREADS; t++) {
            String prefix = arguments[1] + "-" + t + "-";
            Thread.ofPlatform().start(() -> writeOn(store, prefix));
        }
    }

    private static void writeOn(SqlStore store, String prefix) {
        for (int i = 0; ; i++) {
            User user = Samples.user(ACCOUNT, "u" + prefix + i, "/");
            AccessKey key = Samples.key(prefix + i, user);
            Samples.insert(store, user, key);
            say("added " + key.id());
            rollBack(store, user, ROLLED_BACK + prefix + i);
            if (i % 3 == 2) {
                say("deleting " + key.id());
                Samples.delete(store, key, user);
                say("deleted " + key.id());
            }
        }
    }

    private static void rollBack(SqlStore store, User user, String id) {
        try {
            store.<List<String>>write(writing -> {
                writing.insert(Samples.key(id, user));
                throw new UnsupportedOperationException(id);
            });
        } catch (UnsupportedOperationException expected) {
            // The work's own exception.
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line + " " + END);
        System.out.flush();
    }
}
