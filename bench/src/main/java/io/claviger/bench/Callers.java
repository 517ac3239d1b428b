package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Several who call the same server at once, each over a connection of their own, as its administrator. */
final class Callers {

    private Callers() {}

    /**
     * Calls a second.
     *
     * @param next makes the next call, signed by the one who calls; by several threads at once
     */
    static double perSecond(URI endpoint, int callers, int seconds, Function<By, byte[]> next)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                counts.add(threads.submit(() -> callsUntil(end, endpoint, next)));
            }
            for (Future<Integer> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static int callsUntil(long end, URI endpoint, Function<By, byte[]> next) throws IOException {
        By administrator = By.iam(Program.ADMINISTRATOR, endpoint);
        int done = 0;
        try (HttpConnection connection = new HttpConnection(endpoint)) {
            while (System.nanoTime() < end) {
                byte[] _ = connection.succeed(next.apply(administrator));
                done++;
            }
        }
        return done;
    }
}
