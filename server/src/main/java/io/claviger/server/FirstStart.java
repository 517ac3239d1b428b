package io.claviger.server;

import io.claviger.iam.Account;
import io.claviger.iam.store.Store;
import io.claviger.operations.SignUp;
import io.claviger.operations.SignUp.GivenKey;
import io.claviger.operations.SignUp.SignedUp;
import io.claviger.server.signin.Passwords;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs up for the account when a server is started on an empty store, and on no other. */
final class FirstStart {

    private static final String PASSWORD_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 24;

    private final Store store;
    private final SignUp signUp;
    private final Passwords passwords;
    private final SecureRandom random;

    FirstStart(Store store, SignUp signUp, Passwords passwords, SecureRandom random) {
        this.store = store;
        this.signUp = signUp;
        this.passwords = passwords;
        this.random = random;
    }

    /** What the operator brings along. */
    record Given(Optional<String> accountId, Optional<GivenKey> administratorKey, Optional<String> rootPassword) {

        @Override
        public String toString() {
            return "Given[" + accountId.orElse("-") + "]";
        }
    }

    /** Which account the server is for. */
    sealed interface Outcome {

        /** The account's ID. */
        String accountId();

        /** It was there. */
        record Existing(String accountId) implements Outcome {}

        /**
         * It was signed up for just now.
         *
         * @param madePassword the root user's password; null when it was given
         * @param madeSecret the administrator's secret; null when it was given
         */
        record Created(
                String accountId,
                String accessKeyId,
                @Nullable String madeSecret,
                @Nullable String madePassword) implements Outcome {

            @Override
            public String toString() {
                return "Created[" + accountId + "]";
            }
        }
    }

    Outcome run(Given given) {
        Optional<String> existing = existing();
        if (existing.isPresent()) {
            return new Outcome.Existing(existing.get());
        }
        String password = given.rootPassword().orElseGet(this::newPassword);
        SignUp.Wishes wishes = new SignUp.Wishes(given.accountId(), given.administratorKey(), passwords.hash(password));
        return signUp.ifEmpty(wishes)
                .<Outcome>map(signedUp -> created(given, signedUp, password))
                .orElseGet(() -> new Outcome.Existing(existing().orElseThrow()));
    }

    private static Outcome created(Given given, SignedUp signedUp, String password) {
        return new Outcome.Created(
                signedUp.accountId(),
                signedUp.accessKeyId(),
                given.administratorKey().isPresent() ? null : signedUp.secretAccessKey(),
                given.rootPassword().isPresent() ? null : password);
    }

    private Optional<String> existing() {
        List<Account> accounts = store.read(reading -> reading.accounts().all());
        return accounts.stream().map(Account::accountId).findFirst();
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_CHARACTERS.charAt(random.nextInt(PASSWORD_CHARACTERS.length())));
        }
        return password.toString();
    }
}
