package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.claviger.iam.AccessKey;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What a durable write costs, beside bare SQLite in the same run, and what reads cost as users become many. A program, not
 * a test. Arguments: a directory on the disk to measure, and, if wished, how many users to grow to (1000000).
 */
final class StoreBenchmark {

    private static final int ROUNDS = 3;
    private static final int MANY = 50_000;
    // On a busy machine it tells more than the clock.
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "bench");
        try (SqliteStore store = open(directory.resolve("writes"));
                SqliteStore memory = SqliteStore.inMemory()) {
            fill(store, 0, MANY);
            fill(memory, 0, MANY);
            for (int round = 0; round < ROUNDS; round++) {
                double bare = bare(directory.resolve("bare" + round + ".db"), 3000);
                double one = perSecond("create access key, 1 thread", 3000, 1, _ -> createAccessKey(store));
                double many = perSecond("create access key, 16 threads", 30_000, 16, _ -> createAccessKey(store));
                perSecond("... in memory, 1 thread", 30_000, 1, _ -> createAccessKey(memory));
                System.out.printf("ratio to bare: %.2f with 1 thread, %.2f with 16%n", one / bare, many / bare);
            }
        }
        try (SqliteStore store = open(directory.resolve("reads"))) {
            fill(store, 0, 10);
            reads(store);
            if (arguments.length > 1) {
                fill(store, 10, Integer.parseInt(arguments[1]));
                reads(store);
            }
        }
    }

    private static SqliteStore open(Path data) {
        return SqliteStore.open(data, new SealingKey.InFile(data.resolve("sealing.key")));
    }

    /** One-row transactions, as durable, the statement prepared once. */
    private static double bare(Path file, int times) throws IOException {
        Files.createFile(file);
        try (Session session = Sqlite.writer(file)) {
            session.run("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT)");
            return perSecond(
                    "bare one-row transaction", times, 1, _ -> session.run("INSERT INTO bare (text) VALUES ('x')"));
        }
    }

    private static void fill(Store store, int from, int to) {
        if (from == 0) {
            Samples.insert(store, Samples.account(ACCOUNT));
        }
        for (int start = from; start < to; start += 1000) {
            List<User> users = new ArrayList<>();
            for (int i = start; i < Math.min(start + 1000, to); i++) {
                users.add(Samples.user("user" + i));
            }
            Samples.insert(store, users.toArray(User[]::new));
        }
    }

    private static int createAccessKey(Store store) {
        int number = NEXT.incrementAndGet();
        String id = "AKIA" + Integer.toUnsignedString(number * 0x9E3779B1, 36) + "X" + number;
        return store.write(writing -> {
            User user = writing.users().named(ACCOUNT, "user" + number % MANY).orElseThrow();
            List<AccessKey> keys = writing.keys().ofOwner(user.id());
            writing.insert(new AccessKey(
                    ACCOUNT,
                    id,
                    user.id(),
                    AccessKey.Status.ACTIVE,
                    Samples.NOW,
                    new SealedSecret(id.repeat(3).getBytes(UTF_8))));
            return keys.size();
        });
    }

    private static void reads(Store store) throws Exception {
        long users = store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
        System.out.println("with " + users + " users:");
        for (int round = 0; round < ROUNDS; round++) {
            perSecond(
                    "get user",
                    50_000,
                    1,
                    i -> store.read(reading -> reading.users()
                            .named(ACCOUNT, "user" + i * 7919L % users)
                            .orElseThrow()));
            perSecond(
                    "list 10 users from anywhere",
                    20_000,
                    1,
                    i -> store.read(reading ->
                            reading.users().list(ACCOUNT, new Slice("/", "user" + i * 7919L % users, 10))));
        }
    }

    private static double perSecond(String what, int times, int threads, IntConsumer step) {
        long start = System.nanoTime();
        long cpuStart = PROCESS.getProcessCpuTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < threads; t++) {
                int first = t;
                executor.execute(() -> {
                    for (int i = first; i < times; i += threads) {
                        step.accept(i);
                    }
                });
            }
        }
        double micros = (System.nanoTime() - start) / 1000.0 / times;
        double cpu = (PROCESS.getProcessCpuTime() - cpuStart) / 1000.0 / times;
        System.out.printf("%-32s %9.1f us %9.0f/s %9.1f us of CPU%n", what, micros, 1e6 / micros, cpu);
        return 1e6 / micros;
    }
}
