package io.claviger.sigv4;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of a request, looked through once for those that matter to a signature. */
final class RequestHeaders {

    static final String HOST = "host";
    static final String SECURITY_TOKEN = "x-amz-security-token";
    static final String CONTENT_SHA256 = "x-amz-content-sha256";
    private static final String AMZ_PREFIX = "x-amz-";

    private final List<Header> headers;

    /** Of each header's name what {@link #key} says, so that few names are compared letter by letter. */
    private final int[] keys;

    /** First value of each, null when absent. */
    @Nullable
    String authorization;

    @Nullable
    String amzDate;

    @Nullable
    String date;

    @Nullable
    String securityToken;

    @Nullable
    String contentSha256;

    private boolean host;
    private boolean authority;

    /** Whether {@code Authorization} or {@code X-Amz-Security-Token} or another of those is there twice. */
    boolean duplicated;

    RequestHeaders(List<Header> headers) {
        this.headers = headers;
        this.keys = new int[headers.size()];
        for (int i = 0; i < keys.length; i++) {
            Header header = headers.get(i);
            keys[i] = key(header.name());
            note(header);
        }
    }

    private void note(Header header) {
        String name = header.name();
        switch (name.length()) {
            case 4 -> {
                host |= HeaderName.is(name, HOST);
                date = HeaderName.is(name, "date") ? first(date, header) : date;
            }
            case 10 -> {
                authority |= HeaderName.is(name, HeaderName.AUTHORITY);
                amzDate = HeaderName.is(name, "x-amz-date") ? first(amzDate, header) : amzDate;
            }
            case 13 ->
                authorization = HeaderName.is(name, "authorization") ? first(authorization, header) : authorization;
            case 20 -> {
                if (HeaderName.is(name, SECURITY_TOKEN)) {
                    securityToken = first(securityToken, header);
                } else if (HeaderName.is(name, CONTENT_SHA256)) {
                    contentSha256 = first(contentSha256, header);
                }
            }
            default -> {}
        }
    }

    private String first(@Nullable String known, Header header) {
        if (known != null) {
            duplicated = true;
            return known;
        }
        return header.value().strip();
    }

    /** The first value of a header, or null; for headers that are seldom asked for. */
    @Nullable
    String value(String lowerCaseName) {
        for (Header header : headers) {
            if (HeaderName.is(header.name(), lowerCaseName)) {
                return header.value().strip();
            }
        }
        return null;
    }

    /** Whether the host is signed: either name stands for the other, but where both are sent, both must be signed. */
    boolean hostIsSigned(SignedHeaders signed) {
        boolean signedHost = signed.contains(HOST);
        boolean signedAuthority = signed.contains(HeaderName.AUTHORITY);
        return (host && authority) ? (signedHost && signedAuthority) : (signedHost || signedAuthority);
    }

    /** The {@code x-amz-*} headers that are not signed; the session token's only where it must be. */
    List<String> unsigned(SignedHeaders signed, boolean tokenMayBe) {
        List<String> missing = List.of();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).name();
            if (HeaderName.begins(name, AMZ_PREFIX)
                    && !signed.contains(name)
                    && !(tokenMayBe && HeaderName.is(name, SECURITY_TOKEN))) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(name);
            }
        }
        return missing;
    }

    /**
     * Appends {@code name:value\n}: "trim any leading or trailing whitespace, convert sequential spaces to a single
     * space", and "append the values of headers that occur more than once, separated by commas".
     *
     * @return what became of it
     */
    Appended appendCanonical(CanonicalText out, String name) {
        out.append(name).append(':');
        Appended appended = appendValues(out, name);
        if (appended == Appended.ABSENT && name.equals(HeaderName.AUTHORITY)) {
            appended = appendValues(out, HOST);
        } else if (appended == Appended.ABSENT && name.equals(HOST)) {
            appended = appendValues(out, HeaderName.AUTHORITY);
        }
        out.append('\n');
        return appended;
    }

    /** What became of a header that was to be signed. */
    enum Appended {
        PRESENT,
        ABSENT,
        /** Its value holds what no header may hold, such as a line break. */
        MALFORMED
    }

    private Appended appendValues(CanonicalText out, String name) {
        boolean found = false;
        int key = key(name);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key && HeaderName.is(headers.get(i).name(), name)) {
                if (found) {
                    out.append(',');
                }
                if (!HeaderValue.append(out, headers.get(i).value())) {
                    return Appended.MALFORMED;
                }
                found = true;
            }
        }
        return found ? Appended.PRESENT : Appended.ABSENT;
    }

    /** Length and last letter: the same for names that differ in case only. */
    private static int key(String name) {
        int length = name.length();
        return length == 0 ? 0 : (length << 16) | name.charAt(length - 1) | 0x20;
    }
}
