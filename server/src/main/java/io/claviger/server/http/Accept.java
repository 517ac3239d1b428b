package io.claviger.server.http;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * The media ranges that a request accepts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept">RFC 9110, Accept</a>
 */
public final class Accept {

    private static final String NAME = "Accept";

    private Accept() {}

    /**
     * Every range of the request's {@code Accept} headers, such as {@code application/json}, by preference: by weight, of
     * equal weights the more specific one first, and then in the request's order. In small letters and without
     * parameters. Those of weight 0 are not there.
     */
    public static List<String> ranges(HttpRequest request) {
        QuotedQualityCSV ranges = null;
        for (Header header : request.headers()) {
            if (header.name().equalsIgnoreCase(NAME)) {
                ranges = ranges == null ? new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING) : ranges;
                ranges.addValue(header.value());
            }
        }
        return ranges == null
                ? List.of()
                : ranges.getValues().stream().map(Accept::withoutParameters).toList();
    }

    private static String withoutParameters(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
