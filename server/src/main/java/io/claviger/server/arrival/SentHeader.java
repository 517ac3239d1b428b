package io.claviger.server.arrival;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What a request says in a header. */
public final class SentHeader {

    private SentHeader() {}

    /** The value of a header; null when it is absent. */
    public static @Nullable String value(HttpRequest request, String name) {
        for (Header header : request.headers()) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}
