package io.claviger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.User;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import io.claviger.storage.sqlite.SqliteMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The store without a server. What a durable write costs, beside bare SQLite transactions of the same durability on the
 * same disk; the same in memory, which is the work without the disk; and what reads cost as users become many.
 */
final class StoreBenchmark {

    private static final String ACCOUNT = "111122223333";
    private static final int[] WRITERS = {1, 16};
    private static final int KEYS_PER_USER = 2;
    // More than any machine makes of them in a second.
    private static final int KEYS_PER_SECOND = 20_000;
    private static final int FEW = 10;
    private static final int CHUNK = 1_000;
    private static final int PAGE = 10;
    // A prime, so that the users come in no order and none is left out.
    private static final long STRIDE = 7919;

    private final Effort effort;
    private final Report report;
    private final AtomicInteger next = new AtomicInteger();

    StoreBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Workspace workspace = Workspace.make("store")) {
            // One round more, to warm up.
            int users = WRITERS.length * (effort.rounds() + 1) * effort.seconds() * KEYS_PER_SECOND / KEYS_PER_USER;
            try (SqlStore store = open(workspace.path("writes"))) {
                fill(store, users);
                for (int writers : WRITERS) {
                    durable(store, users, writers, workspace.path("bare.db"));
                }
            }
            try (SqlStore store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral())) {
                fill(store, users);
                inMemory(store, users);
            }
            try (SqlStore few = open(workspace.path("few"));
                    SqlStore many = open(workspace.path("many"))) {
                fill(few, FEW);
                fill(many, effort.users());
                reads("get a user", few, many, StoreBenchmark::getUser);
                reads("list " + PAGE + " users from anywhere", few, many, StoreBenchmark::listUsers);
            }
        }
    }

    private static SqlStore open(Path data) {
        return SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")));
    }

    private void durable(Store store, int users, int writers, Path bareFile)
            throws SQLException, InterruptedException, ExecutionException {
        perSecond(writers, _ -> createAccessKey(store, users));
        double[] ours = new double[effort.rounds()];
        double[] bare = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            bare[i] = BareSqlite.transactions(bareFile, effort.seconds());
            ours[i] = perSecond(writers, _ -> createAccessKey(store, users));
        }
        report.ratio(
                "access key made, writers at once: " + writers + " / bare transactions",
                Sample.of(ours),
                Sample.of(bare),
                "/s",
                ">= 0.50");
    }

    private void inMemory(Store store, int users) throws InterruptedException, ExecutionException {
        perSecond(1, _ -> createAccessKey(store, users));
        double[] rates = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            rates[i] = perSecond(1, _ -> createAccessKey(store, users));
        }
        report.value("access key made, in memory, one writer", Sample.of(rates), "/s", "");
    }

    private interface Read {
        void of(Store store, long user);
    }

    private void reads(String what, Store few, Store many, Read read) throws InterruptedException, ExecutionException {
        double[] ofFew = new double[effort.rounds()];
        double[] ofMany = new double[effort.rounds()];
        perSecond(1, i -> read.of(few, i * STRIDE % FEW));
        perSecond(1, i -> read.of(many, i * STRIDE % effort.users()));
        for (int i = 0; i < effort.rounds(); i++) {
            ofFew[i] = perSecond(1, n -> read.of(few, n * STRIDE % FEW));
            ofMany[i] = perSecond(1, n -> read.of(many, n * STRIDE % effort.users()));
        }
        report.ratio(what + ", " + effort.users() + " users / " + FEW, Sample.of(ofMany), Sample.of(ofFew), "/s", "");
    }

    private static void fill(Store store, int users) {
        store.write(writing -> {
            writing.insert(new Account(ACCOUNT, Instant.EPOCH, new PasswordHash("none")));
            return ACCOUNT;
        });
        for (int start = 0; start < users; start += CHUNK) {
            List<User> chunk = IntStream.range(start, Math.min(start + CHUNK, users))
                    .mapToObj(StoreBenchmark::user)
                    .toList();
            store.write(writing -> {
                chunk.forEach(writing::insert);
                return chunk;
            });
        }
    }

    private static User user(int number) {
        return new User(ACCOUNT, "AIDA" + scattered(number), name(number), "/", Instant.EPOCH, null, List.of());
    }

    private static String name(long number) {
        return "user" + number;
    }

    /** Characters that follow no order of the numbers. */
    private static String scattered(int number) {
        return Integer.toUnsignedString(number * 0x9E3779B1, 36) + "X" + number;
    }

    private int createAccessKey(Store store, int users) {
        int number = next.incrementAndGet();
        String id = "AKIA" + scattered(number);
        return store.write(writing -> {
            User user = writing.users()
                    .named(ACCOUNT, name(number / KEYS_PER_USER % users))
                    .orElseThrow();
            List<AccessKey> keys = writing.keys().ofOwner(user.id());
            writing.insert(new AccessKey(
                    ACCOUNT,
                    id,
                    user.id(),
                    AccessKey.Status.ACTIVE,
                    Instant.EPOCH,
                    new SealedSecret(id.repeat(3).getBytes(UTF_8))));
            return keys.size();
        });
    }

    private static void getUser(Store store, long user) {
        User _ =
                store.read(reading -> reading.users().named(ACCOUNT, name(user)).orElseThrow());
    }

    private static void listUsers(Store store, long user) {
        List<User> _ = store.read(reading -> reading.users().list(ACCOUNT, new Slice("/", name(user), PAGE)));
    }

    /** How often so many threads do the step in a second; it is given a number of its own each time. */
    private double perSecond(int threads, IntConsumer step) throws InterruptedException, ExecutionException {
        AtomicInteger numbers = new AtomicInteger();
        return Rate.perSecond(threads, effort.seconds(), end -> {
            int done = 0;
            while (System.nanoTime() < end) {
                step.accept(numbers.getAndIncrement());
                done++;
            }
            return done;
        });
    }
}
