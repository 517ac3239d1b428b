package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.access.passkey.Assertion;
import io.claviger.iam.Account;
import io.claviger.iam.store.Transactions;
import io.claviger.server.signin.Person;
import io.claviger.server.signin.SignInForm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody sends to sign in to the console, as a form of {@link SignInForm}. Without {@code userName} it is the root
 * user, whose account is named by its ID, its alias, or the root user's {@code email}. An address that nobody has names an
 * account that nobody has: nothing else shows.
 */
final class SignInBody {

    /** Such accounts are as long as an alias may be, and hold what the address cannot be read from. */
    private static final String NOBODYS = "no-account-";

    private static final int NOBODYS_BYTES = 16;

    private final Transactions store;

    SignInBody(Transactions store) {
        this.store = store;
    }

    SignInForm.Read form(Browser browser, Map<String, Object> body) {
        SignInForm.Read read = SignInForm.of(
                account(text(body, "account"), text(body, "email")),
                text(body, "userName").orElse(Person.ROOT),
                text(body, "password").orElse(""),
                text(body, "newPassword"),
                text(body, "mfaCode"));
        return read instanceof SignInForm.Read.Filled filled && body.get("passkey") instanceof Map<?, ?> answer
                ? new SignInForm.Read.Filled(filled.form().withPasskey(assertion(browser, answer)))
                : read;
    }

    /** Empty if the browser has the console of an address that passkeys are not used at. */
    private static Optional<Assertion> assertion(Browser browser, Map<?, ?> answer) {
        return browser.site()
                .map(site -> new Assertion(
                        site,
                        PasskeyCalls.text(answer, "id"),
                        PasskeyCalls.text(answer, "clientDataJSON"),
                        PasskeyCalls.text(answer, "authenticatorData"),
                        PasskeyCalls.text(answer, "signature")));
    }

    private String account(Optional<String> account, Optional<String> email) {
        if (email.isEmpty()) {
            return account.orElse("");
        }
        Optional<Account> found = store.read(reading -> reading.accounts().byEmail(email.get()));
        return found.filter(named -> account.isEmpty()
                        || account.get().equals(named.accountId())
                        || account.get().equals(named.alias()))
                .map(Account::accountId)
                .orElseGet(() -> NOBODYS + hash(email.get()));
    }

    /** A text that was filled in. */
    private static Optional<String> text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static String hash(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(email.toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, NOBODYS_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
