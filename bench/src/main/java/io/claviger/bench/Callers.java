package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
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
        return Rate.perSecond(callers, seconds, end -> callsUntil(end, endpoint, next));
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
