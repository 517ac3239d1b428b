package io.claviger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often something is done in a second, by several threads at once. */
final class Rate {

    private Rate() {}

    /** What a thread does again and again. */
    interface Repeated {
        /** Does it until {@link System#nanoTime} has come to {@code end}; returns how often. */
        int until(long end) throws Exception;
    }

    /** How often all of them did it in a second, together. */
    static double perSecond(int threads, int seconds, Repeated work) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long done = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(executor.submit(() -> work.until(end)));
            }
            for (Future<Integer> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }
}
