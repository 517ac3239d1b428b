package io.claviger.server.console;

import io.claviger.sigv4.Header;
import java.util.Optional;

/**
 * The cookie of a browser that was sent to an identity provider, for ten minutes. It comes back with a link from another site,
 * which a strict cookie would not; it is sent to the calls of single sign-on alone.
 */
final class SignOnCookie {

    private static final String NAME = "claviger-sign-on";
    private static final String SECURE_NAME = "__Secure-" + NAME;

    private SignOnCookie() {}

    static Optional<String> in(Browser browser) {
        return browser.cookie(name(browser));
    }

    static Header keeping(String value, Browser browser) {
        return header(name(browser) + "=" + value + "; Max-Age=600", browser);
    }

    static Header forgotten(Browser browser) {
        return header(name(browser) + "=; Max-Age=0", browser);
    }

    private static Header header(String cookie, Browser browser) {
        return new Header("Set-Cookie", cookie + "; HttpOnly; SameSite=Lax" + (browser.isSecure() ? "; Secure" : ""));
    }

    private static String name(Browser browser) {
        return browser.isSecure() ? SECURE_NAME : NAME;
    }
}
