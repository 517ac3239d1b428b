package io.claviger.cmdlets.aws;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client whose calls another thread can break off: a thread that reads from the network does not hear that it is
 * interrupted. Safe for use by several threads.
 */
final class StoppableHttp implements SdkHttpClient {

    private final SdkHttpClient http;
    private final Map<Thread, ExecutableHttpRequest> latest = new ConcurrentHashMap<>();

    StoppableHttp(SdkHttpClient http) {
        this.http = http;
    }

    /** Breaks off the call that a thread makes; nothing, when it makes none. */
    void stop(Thread caller) {
        ExecutableHttpRequest request = latest.get(caller);
        if (request != null) {
            request.abort();
        }
    }

    /** The thread's call is done, its answer read. */
    void done(Thread caller) {
        latest.remove(caller);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
        ExecutableHttpRequest request = http.prepareRequest(asked);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                latest.put(Thread.currentThread(), request);
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
