package io.claviger.server.console;

import io.claviger.access.passkey.Site;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request says of the browser that sent it, and of the page that had it sent. Immutable. */
record Browser(IncomingRequest incoming) {

    private static final String HTTPS = "https";
    private static final String OURS = "same-origin";

    /** The only value of a header; empty if it is not there, or there twice. */
    Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private List<String> headers(String name) {
        return incoming.request().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The value of a cookie; empty if it is not there. */
    Optional<String> cookie(String name) {
        for (String header : headers("Cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    return Optional.of(pair.substring(equals + 1).strip());
                }
            }
        }
        return Optional.empty();
    }

    /** The value of a parameter of the URL; empty if it is not there, or there twice. */
    Optional<String> query(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : incoming.request().query().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                values.add(decoded(pair.substring(equals + 1)));
            }
        }
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    /**
     * Whether the browser reached the server over TLS. A proxy may say so without the operator's word: what follows of it
     * only binds the browser.
     */
    boolean isSecure() {
        return incoming.secure()
                || header("X-Forwarded-Proto").filter(HTTPS::equalsIgnoreCase).isPresent();
    }

    /** The site that it has the console of; empty if that has no host name, and so no passkeys. */
    Optional<Site> site() {
        return header("Host").flatMap(host -> Site.of(host, isSecure()));
    }

    /**
     * Whether a page of the console had it sent, as far as the browser says who had. A browser says so in {@code Origin} or
     * {@code Sec-Fetch-Site} with every POST; other clients need not.
     *
     * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
     */
    boolean isFromConsole() {
        return headers("Sec-Fetch-Site").stream().allMatch(OURS::equals)
                && headers("Origin").stream().allMatch(this::isOwn);
    }

    private boolean isOwn(String origin) {
        Optional<String> host = header("Host");
        try {
            URI page = new URI(origin);
            String authority = page.getRawAuthority();
            boolean isWeb = HTTPS.equals(page.getScheme()) || ("http".equals(page.getScheme()) && !isSecure());
            return isWeb
                    && authority != null
                    && host.filter(own -> withoutPort(own, page).equals(withoutPort(authority, page)))
                            .isPresent();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** In lower case; without the port that the scheme has anyway, which either side may leave out. */
    private static String withoutPort(String authority, URI page) {
        String usual = HTTPS.equals(page.getScheme()) ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }
}
