package io.claviger.wire;

import org.jspecify.annotations.Nullable;

/** What became of a query string and a form. */
public sealed interface ParsedParameters {

    /**
     * Reads the parameters of a request: those of the query string, then those of the form. Percent signs and UTF-8 are
     * taken strictly, a plus sign is a space, and a name may stand only once in both together. How long either may be
     * is the listener's to bound; see {@link Parameters#MAX_PARAMETERS} and {@link Parameters#MAX_NAME_LENGTH} for the rest.
     *
     * @param rawQuery the query string without its question mark, still encoded; null for none
     * @param formBody the body of type {@code application/x-www-form-urlencoded}, empty for none; kept by nobody
     */
    static ParsedParameters of(@Nullable String rawQuery, byte[] formBody) {
        FormDecoder decoder = new FormDecoder();
        String fault = rawQuery == null ? null : decoder.addQuery(rawQuery);
        if (fault == null) {
            fault = decoder.add(formBody);
        }
        return fault == null
                ? new Accepted(new Parameters(decoder.parameters()))
                : new Rejected(WireError.malformedQueryString(fault));
    }

    /** They are well-formed. */
    record Accepted(Parameters parameters) implements ParsedParameters {}

    /** They are not, or exceed a bound. */
    record Rejected(WireError error) implements ParsedParameters {}
}
