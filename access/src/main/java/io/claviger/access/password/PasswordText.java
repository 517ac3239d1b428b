package io.claviger.access.password;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The text of a password, as it counts: in Unicode's normalization form C, so that it is the same password however a
 * keyboard or a system composes its letters.
 *
 * <p>A text that was damaged on its way is refused. If bytes are decoded in the wrong character set, each one that does
 * not fit becomes U+FFFD, and all passwords of the same length would be one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, the OpaqueString profile</a>
 */
public final class PasswordText {

    private static final char REPLACEMENT = '\uFFFD';

    private PasswordText() {}

    /** Why the text cannot be anybody's password, as a sentence that does not repeat it; empty if it can. */
    public static Optional<String> complaint(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == REPLACEMENT || Character.isSurrogate(c)) {
                return Optional.of("the password is not in UTF-8");
            }
        }
        return Optional.empty();
    }

    /** How many characters it has: Unicode's code points, in normalization form C. */
    public static int length(String text) {
        String normalized = Normalizer.normalize(text, Normalizer.Form.NFC);
        return normalized.codePointCount(0, normalized.length());
    }

    static String normalized(String text) {
        if (complaint(text).isPresent()) {
            throw new IllegalArgumentException("a damaged text is not a password");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
