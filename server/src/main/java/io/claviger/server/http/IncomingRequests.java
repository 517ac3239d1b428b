package io.claviger.server.http;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Makes of Jetty's request what the verifier wants to see: the bytes as they came. */
final class IncomingRequests {

    private IncomingRequests() {}

    static IncomingRequest of(Request request, byte[] body, boolean secure) {
        HttpURI target = request.getHttpURI();
        String path = target.getPath();
        String query = target.getQuery();
        return new IncomingRequest(
                new HttpRequest(
                        request.getMethod(),
                        path == null ? "" : path,
                        query == null ? "" : query,
                        headers(request.getHeaders()),
                        body),
                Request.getRemoteAddr(request),
                secure,
                tls(request));
    }

    private static @Nullable TlsSession tls(Request request) {
        return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData data
                        && data.sslSession() != null
                ? new TlsSession(data.sslSession().getProtocol(), data.cipherSuite())
                : null;
    }

    private static List<Header> headers(HttpFields fields) {
        List<Header> headers = new ArrayList<>(fields.size());
        for (HttpField field : fields) {
            String value = field.getValue();
            headers.add(new Header(field.getName(), value == null ? "" : utf8(value)));
        }
        return headers;
    }

    /** Jetty makes a character of each byte; signers sign the text that the bytes are in UTF-8. */
    private static String utf8(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0x7f) {
                return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return value;
    }
}
