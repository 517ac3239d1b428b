package io.claviger.server.signin;

import io.claviger.access.passkey.Assertion;
import io.claviger.access.password.PasswordText;
import io.claviger.access.password.Passwords;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What someone who signs in fills in. Its {@link #toString} shows no password.
 *
 * @param account an account's ID or its alias
 * @param userName {@code root} for the root user
 * @param password at most {@link Passwords#MAX_LENGTH} characters, whole as {@link PasswordText} wants it
 * @param newPassword the same, to be set instead; empty to keep the one there is
 * @param code of an MFA device, six digits; empty if none is shown
 * @param passkey what a passkey answered; empty if none did, and always so in a form, which has no field for it
 */
public record SignInForm(
        String account,
        String userName,
        String password,
        Optional<String> newPassword,
        Optional<String> code,
        Optional<Assertion> passkey) {

    private static final String ID = "[0-9]{12}";
    private static final String CODE = "[0-9]{6}";
    private static final String ALIAS = "[a-z0-9-]{3,63}";

    private static final int MAX_SIZE = 4096;
    private static final int MAX_FIELDS = 16;
    private static final int MAX_USER_NAME = 64;

    /** What a body was found to be. */
    public sealed interface Read {

        /** The form. */
        record Filled(SignInForm form) implements Read {}

        /** Something else; why, as a sentence that repeats nothing of it. */
        record Unreadable(String complaint) implements Read {}
    }

    private static final String NEEDED = "AccountId, UserName and Password are needed, as a form in UTF-8";

    /** The same form for the account of this ID. */
    SignInForm ofAccount(String accountId) {
        return new SignInForm(accountId, userName, password, newPassword, code, passkey);
    }

    /** The same form with what a passkey answered. */
    public SignInForm withPasskey(Optional<Assertion> assertion) {
        return new SignInForm(account, userName, password, newPassword, code, assertion);
    }

    /** Whether it names the account by its ID, not by an alias. */
    boolean namesAccountById() {
        return account.matches(ID);
    }

    /** Reads a body of type {@code application/x-www-form-urlencoded}; its bytes may be percent-encoded or not. */
    static Read read(byte[] body) {
        if (body.length > MAX_SIZE) {
            return new Read.Unreadable("the form has at most " + MAX_SIZE + " bytes");
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
            return new Read.Unreadable(NEEDED);
        }
        return of(
                fields.getOrDefault("AccountId", ""),
                fields.getOrDefault("UserName", ""),
                fields.getOrDefault("Password", ""),
                Optional.ofNullable(fields.get("NewPassword")),
                Optional.ofNullable(fields.get("MFACode")));
    }

    /** The form that is filled in so; a text that is empty was not filled in. */
    public static Read of(
            String account, String userName, String password, Optional<String> newPassword, Optional<String> code) {
        return complaint(account, userName, password, newPassword, code)
                .<Read>map(Read.Unreadable::new)
                .orElseGet(() -> new Read.Filled(
                        new SignInForm(account, userName, password, newPassword, code, Optional.empty())));
    }

    /** What is wrong, with the field's name. */
    private static Optional<String> complaint(
            String account, String userName, String password, Optional<String> newPassword, Optional<String> code) {
        if (account.isEmpty() || userName.isEmpty() || password.isEmpty()) {
            return Optional.of(NEEDED);
        }
        if (!account.matches(ALIAS)) {
            return Optional.of("AccountId is 12 digits, or an alias of lower-case letters, digits and hyphens");
        }
        if (userName.length() > MAX_USER_NAME) {
            return Optional.of("UserName has at most " + MAX_USER_NAME + " characters");
        }
        if (code.stream().anyMatch(text -> !text.matches(CODE))) {
            return Optional.of("MFACode is six digits");
        }
        return complaintOfLength("Password", password)
                .or(() -> PasswordText.complaint(password))
                .or(() -> newPassword.flatMap(text -> complaintOfLength("NewPassword", text)))
                .or(() -> newPassword.flatMap(SignInForm::complaintOfAnApi));
    }

    private static Optional<String> complaintOfLength(String field, String password) {
        return !password.isEmpty() && PasswordText.length(password) <= Passwords.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(field + " has 1 to " + Passwords.MAX_LENGTH + " characters");
    }

    /** IAM's API takes no others for users. */
    private static Optional<String> complaintOfAnApi(String newPassword) {
        return newPassword.matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
                ? Optional.empty()
                : Optional.of("the new password may have characters up to U+00FF only");
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
        return "SignInForm[" + account + ", " + userName + "]";
    }
}
