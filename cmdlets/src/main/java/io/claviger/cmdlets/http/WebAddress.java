package io.claviger.cmdlets.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Addresses of servers that are called over HTTP. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * The address, if it is one of http or https and names a host. Its scheme is in small letters, as <a
     * href="https://www.rfc-editor.org/rfc/rfc3986#section-3.1">RFC 3986, 3.1</a> has it: capitals mean the same.
     */
    public static Optional<URI> of(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(scheme + text.substring(colon))).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
