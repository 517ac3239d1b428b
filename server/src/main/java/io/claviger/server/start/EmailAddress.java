package io.claviger.server.start;

import java.util.Optional;
import java.util.regex.Pattern;

/** The e-mail address of a root user, as Organizations takes them. */
public final class EmailAddress {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST = 64;

    private EmailAddress() {}

    /** What a text would have to do to be one, after "must"; empty if it is one. */
    public static Optional<String> complaint(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.of("be an address, such as ops@example.com");
        }
        return text.length() > LONGEST ? Optional.of("have at most " + LONGEST + " characters") : Optional.empty();
    }
}
