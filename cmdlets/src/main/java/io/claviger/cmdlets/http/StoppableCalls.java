package io.claviger.cmdlets.http;

import io.claviger.cmdlets.command.CmdletContext;
import io.claviger.cmdlets.command.SessionState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The calls that a session makes, which another thread can break off: a thread that reads from the network does not hear that
 * it is interrupted. Safe for use by several threads.
 */
public final class StoppableCalls implements AutoCloseable {

    private final Map<Thread, ExecutableHttpRequest> latest = new ConcurrentHashMap<>();

    private StoppableCalls() {}

    /** Those of a session. */
    public static StoppableCalls of(SessionState session) {
        return session.part(StoppableCalls.class, StoppableCalls::new);
    }

    /**
     * Does what calls a server. When the cmdlet is told to stop, whatever is called then is broken off, be it for the answer or
     * for the keys that the call is signed with, and what was to be done fails.
     */
    public static <T> T run(CmdletContext context, Supplier<T> work) {
        StoppableCalls calls = of(context.session());
        Thread caller = Thread.currentThread();
        try (var _ = context.onStop(() -> {
            caller.interrupt();
            calls.stop(caller);
        })) {
            return work.get();
        } finally {
            calls.latest.remove(caller);
        }
    }

    private void stop(Thread caller) {
        ExecutableHttpRequest request = latest.get(caller);
        if (request != null) {
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
                    Thread caller = Thread.currentThread();
                    latest.put(caller, request);
                    // Whoever stopped it before has found nothing to break off.
                    if (caller.isInterrupted()) {
                        throw new InterruptedIOException();
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
        latest.clear();
    }
}
