package io.claviger.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What came of a process that was waited for, but not for ever. Its standard input is closed first.
 *
 * @param status its exit status
 * @param out what it wrote to the standard output that nobody redirected
 */
public record Ended(int status, String out) {

    /** How long tests wait for a process that does little. */
    private static final int PATIENCE_SECONDS = 60;

    /** Waits a minute. A process that goes on is ended, with all that it has started, and the test fails. */
    public static Ended of(Process process) throws IOException, InterruptedException {
        return of(process, PATIENCE_SECONDS);
    }

    /** The same, with another patience. */
    public static Ended of(Process process, int seconds) throws IOException, InterruptedException {
        process.getOutputStream().close();
        StringWriter out = new StringWriter();
        CompletableFuture<Void> read = new CompletableFuture<>();
        // Reading a pipe cannot be interrupted, and a pipe is open as long as any of those that inherited it lives.
        Thread.ofVirtual().start(() -> read(process.getInputStream(), out, read));
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw unended(process, "does not end", out);
            }
            read.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw unended(process, "ended, and something that it started still holds its output", out);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        return new Ended(process.exitValue(), out.toString());
    }

    private static AssertionError unended(Process process, String how, StringWriter out) {
        String command = process.info().commandLine().orElse("process " + process.pid());
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return new AssertionError(command + " " + how + "; it printed:\n" + out);
    }

    private static void read(InputStream stream, StringWriter out, CompletableFuture<Void> read) {
        try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            reader.transferTo(out);
            read.complete(null);
        } catch (IOException e) {
            read.completeExceptionally(e);
        }
    }
}
