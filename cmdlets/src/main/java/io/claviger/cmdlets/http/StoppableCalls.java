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
 * The calls that a session makes, which another thread can break off: a thread that reads from the network does not hear that
 * it is interrupted. Safe for use by several threads.
 */
public final class StoppableCalls implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(20);

    /** What a thread calls between the beginning and the end of what it does. */
    private static final class Work {
        private volatile @Nullable ExecutableHttpRequest latest;
        private volatile boolean stopped;
        private volatile boolean over;
    }

    private final Map<Thread, Work> working = new ConcurrentHashMap<>();

    private StoppableCalls() {}

    /** Those of a session. */
    public static StoppableCalls of(SessionValues session) {
        return session.part(StoppableCalls.class, StoppableCalls::new);
    }

    /**
     * Does what calls a server. When the cmdlet is told to stop, whatever is called then is broken off, be it for the answer or
     * for the keys that the call is signed with, and what was to be done fails.
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
        // A connection that is broken off between its question and the answer opens itself anew and asks again.
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

    /** An HTTP client whose calls can be broken off. */
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
                        // Whoever stopped it before has found nothing to break off.
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

    /** Forgets the calls; those that are made go on. */
    @Override
    public void close() {
        working.clear();
    }
}
