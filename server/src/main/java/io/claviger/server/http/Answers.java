package io.claviger.server.http;

import io.claviger.sigv4.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers into Jetty's response. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Sends an answer that is there as a whole. */
    static void send(Answer answer, Response response, Callback callback) {
        begin(answer, response);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void begin(Answer answer, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        List<Header> headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(headers.get(i).name(), headers.get(i).value());
        }
    }

    /**
     * Sends an answer as the rest of it is found. What breaks off in the middle ends the connection, so that nobody takes it
     * for the whole.
     */
    static void stream(Answer answer, Answer.Streaming more, Response response, Callback callback) {
        begin(answer, response);
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            more.to(out);
            out.close();
        } catch (IOException gone) {
            callback.failed(new QuietException.Exception(gone));
            return;
        } catch (RuntimeException fault) {
            LOG.error("an answer broke off", fault);
            callback.failed(new QuietException.Exception(fault));
            return;
        }
        callback.succeeded();
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
