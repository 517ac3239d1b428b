package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * Reads "{@code Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}". As on AWS, commas and
 * white space both part the elements, so a stray space within one is found out.
 */
final class AuthorizationHeader {

    private final String header;
    private String credential = "";
    private @Nullable String signedHeaders;
    private String signature = "";
    private @Nullable String odd;

    private AuthorizationHeader(String header) {
        this.header = header;
    }

    static Step<Authorization> parse(String header, RequestHeaders headers) {
        if (header.length() > Bounds.AUTHORIZATION) {
            return new Step.Stopped<>(Refusals.tooLarge("Authorization header", Bounds.AUTHORIZATION));
        }
        return new AuthorizationHeader(header).parse(headers);
    }

    private Step<Authorization> parse(RequestHeaders headers) {
        int end = next(0, true);
        String algorithm = header.substring(0, end);
        if (algorithm.indexOf('=') >= 0) {
            return new Step.Stopped<>(Refusals.noAlgorithm());
        }
        for (int from = end; from < header.length(); ) {
            int start = next(from, false);
            int stop = next(start, true);
            if (stop > start && !take(start, stop)) {
                return new Step.Stopped<>(Refusals.noKeyValuePair(header));
            }
            from = stop;
        }
        String sent = headers.amzDate != null ? headers.amzDate : headers.date;
        String date = sent == null ? "" : sent;
        String names = signedHeaders;
        if (credential.isEmpty() || signature.isEmpty() || names == null || date.isEmpty()) {
            return new Step.Stopped<>(Refusals.incompleteHeader(
                    header, credential.isEmpty(), signature.isEmpty(), names == null, date.isEmpty()));
        }
        if (odd != null) {
            return new Step.Stopped<>(Refusals.oddElement(odd));
        }
        SigningTime time = headers.amzDate != null ? SigningTime.parse(date) : SigningTime.parseHttpDate(date);
        if (time == null) {
            return new Step.Stopped<>(Refusals.badDate(date));
        }
        return new Step.Done<>(new Authorization(
                AuthMethod.HEADER,
                algorithm,
                credential,
                SignedHeaders.parse(names),
                signature,
                time,
                0,
                headers.securityToken));
    }

    /** Takes one element; false when it has no equal-sign. */
    private boolean take(int start, int stop) {
        int equals = header.indexOf('=', start);
        if (equals < 0 || equals >= stop) {
            return false;
        }
        String value = header.substring(equals + 1, stop);
        int length = equals - start;
        if (length == 10 && header.startsWith("Credential", start)) {
            credential = once(credential, value, "Credential");
        } else if (length == 13 && header.startsWith("SignedHeaders", start)) {
            signedHeaders = once(signedHeaders, value, "SignedHeaders");
        } else if (length == 9 && header.startsWith("Signature", start)) {
            signature = once(signature, value, "Signature");
        } else {
            odd = header.substring(start, equals);
        }
        return true;
    }

    private String once(@Nullable String known, String value, String name) {
        odd = known == null || known.isEmpty() ? odd : name;
        return value;
    }

    /** The next index, from one, that is or is not a separator. */
    private int next(int from, boolean separator) {
        int i = from;
        while (i < header.length() && isSeparator(header.charAt(i)) != separator) {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(char c) {
        return c <= ',' && (c == ',' || c == ' ' || c == '\t');
    }
}
