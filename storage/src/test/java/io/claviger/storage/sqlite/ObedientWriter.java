package io.claviger.storage.sqlite;

import static io.claviger.storage.Samples.ACCOUNT;

import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A store in a process of its own, told on standard input what to do, a line each, and answering with a line each:
 * {@code add NAME} adds a user, {@code list} counts the users, {@code ready} asks for its health, {@code end} closes.
 */
final class ObedientWriter {

    private ObedientWriter() {}

    /** The data directory. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")))) {
            if (store.read(reading -> reading.accounts().all()).isEmpty()) {
                Samples.insert(store, Samples.account(ACCOUNT));
            }
            System.out.println("begun");
            for (String line = told.readLine(); line != null && !line.equals("end"); line = told.readLine()) {
                System.out.println(answer(store, line.split(" ", -1)));
            }
        }
        System.out.println("ended");
    }

    private static String answer(SqlStore store, String... words) {
        try {
            return switch (words[0]) {
                case "add" -> {
                    Samples.insert(store, Samples.user(words[1]));
                    yield "added";
                }
                case "list" ->
                    "users "
                            + store.read(reading -> reading.users().list(ACCOUNT, Slice.ALL))
                                    .size();
                case "ready" -> store.isReady() ? "ready" : "not ready";
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (StoreFailure e) {
            return "failed: " + e.getMessage();
        }
    }
}
