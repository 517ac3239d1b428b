package io.claviger.access.passkey;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The site that a browser has the console of: what it binds a passkey to, and from where it lets one be used.
 *
 * @param host the relying party's ID: a host name, which is no IP address
 * @param origins those that are the site's, as browsers write them
 * @see <a href="https://www.w3.org/TR/webauthn-3/#rp-id">Web Authentication, relying party identifier</a>
 */
public record Site(String host, Set<String> origins) {

    /** Of names whose last label has a letter, since an IP address has none, and no two colons. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?<host>(?:[a-z0-9_-]{1,63}\\.){0,10}[a-z0-9-]{0,62}[a-z][a-z0-9-]{0,62})(?::[0-9]{1,5})?");

    private static final String LOCAL = "localhost";

    /** Copies the set. */
    public Site {
        origins = Set.copyOf(origins);
    }

    /**
     * The site of a browser that sends this in {@code Host}; empty if it is no host name.
     *
     * @param isSecure whether it is known that the browser came by TLS; otherwise it may have come without it from the same
     *     machine, which browsers trust
     */
    public static Optional<Site> of(String authority, boolean isSecure) {
        String lower = authority.toLowerCase(Locale.ROOT);
        var matched = AUTHORITY.matcher(lower);
        if (!matched.matches()) {
            return Optional.empty();
        }
        String host = matched.group("host");
        String secure = "https://" + without(":443", lower);
        boolean isLocal = host.equals(LOCAL) || host.endsWith("." + LOCAL);
        return Optional.of(new Site(
                host, isLocal && !isSecure ? Set.of(secure, "http://" + without(":80", lower)) : Set.of(secure)));
    }

    /** The port that a scheme has anyway is not written in an origin. */
    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
