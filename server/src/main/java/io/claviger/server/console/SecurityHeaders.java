package io.claviger.server.console;

import io.claviger.sigv4.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers that every answer of the console has: nothing runs but the console's own files, nobody frames it, and nobody
 * is told where a person is in it.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
final class SecurityHeaders {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final String FEATURES =
            "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(),"
                    + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(),"
                    + " local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(),"
                    + " serial=(), usb=(), xr-spatial-tracking=()";

    private static final List<Header> ALWAYS = List.of(
            new Header("Content-Security-Policy", POLICY),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"),
            new Header("Permissions-Policy", FEATURES));

    /** For a year, as the browser reached the server over TLS. */
    private static final Header TLS_ONLY = new Header("Strict-Transport-Security", "max-age=31536000");

    private SecurityHeaders() {}

    /** Those of an answer to this browser. */
    static List<Header> of(Browser browser) {
        if (!browser.isSecure()) {
            return ALWAYS;
        }
        List<Header> all = new ArrayList<>(ALWAYS);
        all.add(TLS_ONLY);
        return all;
    }
}
