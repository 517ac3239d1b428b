package io.claviger.cmdlets.http;

import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.SessionValues;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The calls of a session, which another thread can abort: a thread that reads from the network cannot be interrupted.
 * Safe for use by several threads.
 */
public final class StoppableCalls implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(20);

    /** The calls of one thread during a piece of work. */
    private static final class Work {
        private volatile @Nullable ExecutableHttpRequest latest;
        private volatile boolean stopped;
        private volatile boolean over;
    }

    private final Map<Thread, Work> working = new ConcurrentHashMap<>();

    private StoppableCalls() {}

    /** The calls of a session. */
    public static StoppableCalls of(SessionValues session) {
        return session.part(StoppableCalls.class, StoppableCalls::new);
    }

    /**
     * Runs work that calls a server. If the cmdlet is stopped, the current call is aborted, even one for the keys to
     * sign with, and the work fails.
     */
    public static <T> T run(CmdletContext context, Supplier<T> work) {
        StoppableCalls calls = of(context.session());
        Thread caller = Thread.currentThread();
        Work running = new Work();
        calls.working.put(caller, running);
        try (var _ = context.onStop(() -> stop(running, caller))) {
            return work.get();
        } finally {
            running.over = true;
            calls.working.remove(caller);
        }
    }

    private static void stop(Work running, Thread caller) {
        running.stopped = true;
        caller.interrupt();
        abort(running);
        // A connection that is aborted between request and response reconnects and sends the request again.
        Thread.ofVirtual().start(() -> {
            try {
                while (!running.over) {
                    Thread.sleep(AGAIN);
                    abort(running);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void abort(Work running) {
        ExecutableHttpRequest request = running.latest;
        if (request != null && !running.over) {
            request.abort();
        }
    }

    /** An HTTP client whose calls can be aborted. */
    public SdkHttpClient through(SdkHttpClient http) {
        return new Client(http);
    }

    private final class Client implements SdkHttpClient {

        private final SdkHttpClient http;

        Client(SdkHttpClient http) {
            this.http = http;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
            ExecutableHttpRequest request = http.prepareRequest(asked);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    Work running = working.get(Thread.currentThread());
                    if (running != null) {
                        running.latest = request;
                        // A stop that came earlier found nothing to abort.
                        if (running.stopped) {
                            throw new InterruptedIOException();
                        }
                    }
                    return request.call();
                }

                @Override
                public void abort() {
                    request.abort();
                }
            };
        }

        @Override
        public String clientName() {
            return http.clientName();
        }

        @Override
        public void close() {
            http.close();
        }
    }

    /** Forgets the calls, without aborting them. */
    @Override
    public void close() {
        working.clear();
    }
}
