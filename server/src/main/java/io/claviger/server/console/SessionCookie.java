package io.claviger.server.console;

import io.claviger.sigv4.Header;
import java.util.Optional;

/**
 * The cookie that a browser keeps while somebody is signed in. No script reads it, no other site has it sent, and it goes
 * no further than the console: a cookie without a path is sent to the folder of the call that set it, whatever prefix a
 * proxy puts before that. It ends with the browser.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4">RFC 6265, Paths and Path-Match</a>
 */
final class SessionCookie {

    private static final String NAME = "claviger-console";
    private static final String SECURE_NAME = "__Secure-" + NAME;

    private SessionCookie() {}

    /** The secret that the browser keeps. */
    static Optional<String> in(Browser browser) {
        return browser.cookie(name(browser));
    }

    /** Has the browser keep a secret. */
    static Header keeping(String secret, Browser browser) {
        return header(name(browser) + "=" + secret, browser);
    }

    /** Has the browser keep a secret that a call in another folder sets. */
    static Header keeping(String secret, Browser browser, String path) {
        return header(name(browser) + "=" + secret + "; Path=" + path, browser);
    }

    /** Has the browser forget it. */
    static Header forgotten(Browser browser) {
        return header(name(browser) + "=; Max-Age=0", browser);
    }

    private static Header header(String cookie, Browser browser) {
        return new Header(
                "Set-Cookie", cookie + "; HttpOnly; SameSite=Strict" + (browser.isSecure() ? "; Secure" : ""));
    }

    /** Over TLS, a name that browsers take from no page without. */
    private static String name(Browser browser) {
        return browser.isSecure() ? SECURE_NAME : NAME;
    }
}
