package io.claviger.server.http;

import io.claviger.sigv4.Header;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers into Jetty's response. */
final class Answers {

    private Answers() {}

    static void send(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        List<Header> headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(headers.get(i).name(), headers.get(i).value());
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    /** Has browsers take what the listener itself says as text and nothing else, in a window of its own. */
    static void guard(Response response) {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    static Answer methodNotAllowed(Set<String> methods) {
        Header allow = new Header("Allow", String.join(", ", new TreeSet<>(methods)));
        Answer plain = Answer.text(405, "Method not allowed");
        return new Answer(plain.status(), plain.contentType(), plain.body(), List.of(allow));
    }
}
