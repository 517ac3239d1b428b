package io.claviger.server.http;

import io.claviger.sigv4.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads each request to the endpoint at its path. A path matches to the letter or not at all, unless all paths below
 * one lead to the same endpoint: nothing is decoded or normalized, so that what is verified is what was routed.
 *
 * <p>Nothing here waits. Bodies are read as they come; endpoints that may wait do so on a thread of their own.
 */
final class Routes extends Handler.Abstract.NonBlocking {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    /** How many answers are written at once as they are found: each may wait long for its client, with memory in hand. */
    static final int STREAMS = 16;

    private static final int UNAVAILABLE = 503;
    private static final int FIELD_SYNTAX = ": \r\n".length();

    /** At the end of a path, stands for all paths below it. */
    private static final String BELOW = "/*";

    private final Map<String, Route> routes;
    private final Map<String, Route> below;
    private final boolean behindTlsProxy;
    private final Duration arrival;
    private final Executor waiting;
    private final AtomicLong allBodies = new AtomicLong();
    private final Semaphore streams = new Semaphore(STREAMS);

    /**
     * Leads by these routes.
     *
     * @param behindTlsProxy whether every request counts as having come over TLS
     * @param arrival how long a body may take to arrive
     * @param waiting runs what may wait
     */
    Routes(Map<String, Route> routes, boolean behindTlsProxy, Duration arrival, Executor waiting) {
        this.routes = Map.copyOf(routes);
        this.below = routes.entrySet().stream()
                .filter(route -> route.getKey().endsWith(BELOW))
                .collect(Collectors.toUnmodifiableMap(
                        route -> route.getKey().substring(0, route.getKey().length() - 1), Map.Entry::getValue));
        this.behindTlsProxy = behindTlsProxy;
        this.arrival = arrival;
        this.waiting = waiting;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        Route route = path == null ? null : at(path);
        Answer refusal = refusal(request, route);
        if (refusal != null || route == null) {
            refuse(refusal == null ? Answer.text(404, "Not found") : refusal, response, callback);
            return true;
        }
        new Exchange(request, response, callback, route.endpoint()).begin();
        return true;
    }

    private @Nullable Route at(String path) {
        Route exact = path.endsWith(BELOW) ? null : routes.get(path);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Route> route : below.entrySet()) {
            if (path.startsWith(route.getKey())) {
                return route.getValue();
            }
        }
        return null;
    }

    private static @Nullable Answer refusal(Request request, @Nullable Route route) {
        String target = request.getHttpURI().getPathQuery();
        if (target != null && target.length() > Limits.TARGET) {
            return Answer.text(414, "The request's target is longer than " + Limits.TARGET + " bytes");
        }
        HttpFields fields = request.getHeaders();
        if (fields.size() > Limits.HEADERS) {
            return Answer.text(431, "There are more than " + Limits.HEADERS + " header fields");
        }
        if (bytes(fields) > Limits.HEADER_BYTES) {
            return Answer.text(431, "The header fields are longer than " + Limits.HEADER_BYTES + " bytes together");
        }
        if (route == null) {
            return Answer.text(404, "Not found");
        }
        return route.methods().contains(request.getMethod()) ? null : Answers.methodNotAllowed(route.methods());
    }

    /** As they are sent, with colons, spaces and ends of lines; a character of Jetty's is a byte. */
    private static int bytes(HttpFields fields) {
        int bytes = 0;
        for (HttpField field : fields) {
            String value = field.getValue();
            bytes += field.getName().length() + (value == null ? 0 : value.length()) + FIELD_SYNTAX;
        }
        return bytes;
    }

    /** Answers a request whose body was not read: the connection ends with it. */
    private static void refuse(Answer answer, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        Answers.guard(response);
        Answers.send(answer, response, callback);
    }

    /** One request and its response; as a callback, gives back the body's room before it passes the end on. */
    private final class Exchange extends Callback.Nested {
        private final Request request;
        private final Response response;
        private final Endpoint endpoint;
        private final Body body;

        Exchange(Request request, Response response, Callback callback, Endpoint endpoint) {
            super(callback);
            this.request = request;
            this.response = response;
            this.endpoint = endpoint;
            this.body = new Body(request, allBodies, arrival);
        }

        void begin() {
            body.read(this::arrived);
        }

        @Override
        public void succeeded() {
            body.release();
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            body.release();
            super.failed(cause);
        }

        private void arrived(Body.Outcome outcome) {
            switch (outcome) {
                case Body.Outcome.Whole whole -> proceed(whole.bytes());
                case Body.Outcome.Refused refused ->
                    refuse(Answer.text(refused.status(), refused.reason()), response, this);
                // Jetty logs what is not quiet: nobody should be able to fill the log by breaking connections.
                case Body.Outcome.Broken broken ->
                    failed(
                            broken.cause() instanceof QuietException
                                    ? broken.cause()
                                    : new QuietException.Exception(broken.cause()));
            }
        }

        private void proceed(byte[] bytes) {
            IncomingRequest incoming = IncomingRequests.of(request, bytes, behindTlsProxy || request.isSecure());
            if (endpoint.isQuick(incoming)) {
                answer(incoming);
            } else if (endpoint.isPatient(incoming)) {
                Thread.ofVirtual().name("patient").start(() -> answer(incoming));
            } else {
                waiting.execute(() -> answer(incoming));
            }
        }

        private void answer(IncomingRequest incoming) {
            Answer answer;
            try {
                answer = endpoint.answer(incoming);
            } catch (RuntimeException | StackOverflowError fault) {
                LOG.error("cannot answer {}", incoming.request(), fault);
                answer = Answer.text(500, "Internal failure");
            }
            Answer.Streaming more = answer.more();
            if (more == null) {
                Answers.send(answer, response, this);
            } else {
                stream(answer, more);
            }
        }

        /** A client may read as slowly as it likes: none of the threads on which others wait waits for it. */
        private void stream(Answer answer, Answer.Streaming more) {
            if (!streams.tryAcquire()) {
                Answer busy = Answer.text(UNAVAILABLE, "Too many long answers are being read: try again");
                Answers.send(busy.with(List.of(new Header("Retry-After", "1"))), response, this);
                return;
            }
            Thread.ofVirtual().name("stream").start(() -> {
                try {
                    Answers.stream(answer, more, response, this);
                } finally {
                    streams.release();
                }
            });
        }
    }
}
