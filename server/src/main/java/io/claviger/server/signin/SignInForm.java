package io.claviger.server.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What someone who signs in fills in. Its {@link #toString} shows no password.
 *
 * @param accountId 12 digits
 * @param password at most {@link Passwords#MAX_LENGTH} characters
 */
record SignInForm(String accountId, String userName, String password) {

    private static final int MAX_SIZE = 4096;
    private static final int MAX_FIELDS = 16;
    private static final char REPLACEMENT = '\ufffd';

    /** Reads a body of type {@code application/x-www-form-urlencoded}; empty when it is not this form. */
    static Optional<SignInForm> read(byte[] body) {
        if (body.length > MAX_SIZE) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : new String(body, StandardCharsets.US_ASCII).split("&", MAX_FIELDS + 1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
        String accountId = fields.getOrDefault("AccountId", "");
        String userName = fields.getOrDefault("UserName", "");
        String password = fields.getOrDefault("Password", "");
        // Bytes that are not in UTF-8 are decoded to one and the same character, which would make passwords equal.
        boolean filledIn = accountId.matches("[0-9]{12}")
                && !userName.isEmpty()
                && userName.length() <= 64
                && !password.isEmpty()
                && password.length() <= Passwords.MAX_LENGTH
                && password.indexOf(REPLACEMENT) < 0;
        return filledIn ? Optional.of(new SignInForm(accountId, userName, password)) : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SignInForm[" + accountId + ", " + userName + "]";
    }
}
