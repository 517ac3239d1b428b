package io.claviger.server.signin;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What someone who signs in fills in. Its {@link #toString} shows no password.
 *
 * @param accountId 12 digits
 * @param password at most {@link Passwords#MAX_LENGTH} characters, whole as {@link PasswordText} wants it
 */
record SignInForm(String accountId, String userName, String password) {

    private static final int MAX_SIZE = 4096;
    private static final int MAX_FIELDS = 16;
    private static final int MAX_USER_NAME = 64;

    /** What a body was found to be. */
    sealed interface Read {

        /** The form. */
        record Filled(SignInForm form) implements Read {}

        /** Something else; why, as a sentence that repeats nothing of it. */
        record Unreadable(String complaint) implements Read {}
    }

    private static final Read OTHER =
            new Read.Unreadable("AccountId, UserName and Password are needed, as a form in UTF-8");

    /** Reads a body of type {@code application/x-www-form-urlencoded}; its bytes may be percent-encoded or not. */
    static Read read(byte[] body) {
        if (body.length > MAX_SIZE) {
            return OTHER;
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : new String(body, StandardCharsets.ISO_8859_1).split("&", MAX_FIELDS + 1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException notEncoded) {
            return OTHER;
        }
        String accountId = fields.getOrDefault("AccountId", "");
        String userName = fields.getOrDefault("UserName", "");
        String password = fields.getOrDefault("Password", "");
        boolean filledIn = accountId.matches("[0-9]{12}")
                && !userName.isEmpty()
                && userName.length() <= MAX_USER_NAME
                && !password.isEmpty()
                && PasswordText.length(password) <= Passwords.MAX_LENGTH;
        if (!filledIn) {
            return OTHER;
        }
        return PasswordText.complaint(password)
                .<Read>map(Read.Unreadable::new)
                .orElseGet(() -> new Read.Filled(new SignInForm(accountId, userName, password)));
    }

    /** From a character for each byte, percent-encoded, to the text that the bytes are in UTF-8. */
    private static String decoded(String text) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @Override
    public String toString() {
        return "SignInForm[" + accountId + ", " + userName + "]";
    }
}
