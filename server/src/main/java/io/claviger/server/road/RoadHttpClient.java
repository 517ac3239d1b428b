package io.claviger.server.road;

import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Carries the requests of AWS's clients to a road in the same process. Thread-safe. */
public final class RoadHttpClient implements SdkHttpClient {

    private static final String PEER = "127.0.0.1";

    private final Endpoint road;
    private final UnaryOperator<HttpRequest> signing;

    /** Carries requests as the clients have signed them. */
    public RoadHttpClient(Endpoint road) {
        this(road, UnaryOperator.identity());
    }

    /** Carries requests of clients that do not sign them. */
    public RoadHttpClient(Endpoint road, UnaryOperator<HttpRequest> signing) {
        this.road = road;
        this.signing = signing;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(road.answer(new IncomingRequest(signing.apply(incoming(request)), PEER, false)));
            }

            @Override
            public void abort() {
                // The answer comes at once.
            }
        };
    }

    private static HttpRequest incoming(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        List<Header> headers = new ArrayList<>();
        http.forEachHeader((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        byte[] body = body(request);
        return new HttpRequest(
                http.method().name(),
                http.encodedPath().isEmpty() ? "/" : http.encodedPath(),
                http.encodedQueryParameters().orElse(""),
                headers,
                body);
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content == null) {
            return new byte[0];
        }
        try (InputStream in = content.newStream()) {
            return in.readAllBytes();
        }
    }

    private static HttpExecuteResponse response(Answer answer) throws IOException {
        byte[] body = body(answer);
        var http = SdkHttpResponse.builder()
                .statusCode(answer.status())
                .putHeader("Content-Type", answer.contentType())
                .putHeader("Content-Length", Integer.toString(body.length));
        answer.headers().forEach(header -> http.appendHeader(header.name(), header.value()));
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    private static byte[] body(Answer answer) throws IOException {
        Answer.Streaming more = answer.more();
        if (more == null) {
            return answer.body();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        more.to(whole);
        return whole.toByteArray();
    }

    @Override
    public String clientName() {
        return "Claviger";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
