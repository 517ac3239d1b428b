package io.claviger.sigv4;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a request is looked at before it is refused: no request costs more than these let it. */
public final class Bounds {

    /** Header fields in a request. */
    public static final int HEADERS = 100;

    /** Characters in all names and values of headers together. */
    public static final int HEADER_CHARACTERS = 65_536;

    /** Characters in the {@code Authorization} header. */
    public static final int AUTHORIZATION = 8_192;

    /** Characters in the query string. */
    public static final int QUERY = 16_384;

    /** Parameters in the query string. */
    public static final int QUERY_PARAMETERS = 1_024;

    /** Characters in the path. */
    public static final int PATH = 8_192;

    /** Characters in the method. */
    public static final int METHOD = 32;

    /** Characters in an access key ID; AWS's own are at most 128 long. */
    public static final int ACCESS_KEY_ID = 128;

    /** Bytes in one signed chunk of a body, which is held in memory until its signature is checked. */
    public static final int SIGNED_CHUNK = 16 * 1024 * 1024;

    private Bounds() {}

    /** The refusal for a request beyond the bounds, or null for one within them. */
    static @Nullable Refusal exceededBy(HttpRequest request) {
        if (request.method().length() > METHOD) {
            return Refusals.tooLarge("method", METHOD);
        }
        if (request.path().length() > PATH) {
            return Refusals.tooLarge("path", PATH);
        }
        if (request.query().length() > QUERY) {
            return Refusals.tooLarge("query string", QUERY);
        }
        List<Header> headers = request.headers();
        if (headers.size() > HEADERS) {
            return Refusals.tooLarge("number of headers", HEADERS);
        }
        long characters = 0;
        for (int i = 0; i < headers.size(); i++) {
            characters +=
                    headers.get(i).name().length() + headers.get(i).value().length();
        }
        return characters > HEADER_CHARACTERS ? Refusals.tooLarge("header section", HEADER_CHARACTERS) : null;
    }
}
