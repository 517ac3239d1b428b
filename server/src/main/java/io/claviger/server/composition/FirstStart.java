package io.claviger.server.composition;

import io.claviger.access.password.Passwords;
import io.claviger.iam.Account;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Transactions;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.operations.account.SignUp.SignedUp;
import io.claviger.operations.organization.AccountPartition;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.storage.OpenFailure;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs up for the account when a server is started on an empty store, and on no other. */
public final class FirstStart {

    private static final String PASSWORD_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 24;

    private final Transactions store;
    private final SignUp signUp;
    private final Passwords passwords;
    private final SecureRandom random;

    public FirstStart(Transactions store, SignUp signUp, Passwords passwords, SecureRandom random) {
        this.store = store;
        this.signUp = signUp;
        this.passwords = passwords;
        this.random = random;
    }

    /** What the operator brings along. */
    public record Given(
            Optional<String> accountId,
            Optional<GivenKey> administratorKey,
            Optional<String> rootPassword,
            Optional<String> rootEmail) {

        /** What an operator brings along who gives the root user no address. */
        public Given(Optional<String> accountId, Optional<GivenKey> administratorKey, Optional<String> rootPassword) {
            this(accountId, administratorKey, rootPassword, Optional.empty());
        }

        @Override
        public String toString() {
            return "Given[" + accountId.orElse("-") + "]";
        }
    }

    /** Which account the server is for. */
    public sealed interface Outcome {

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

    /** Who gets the credentials of a new account. What a method throws is thrown on, and no account is made then. */
    public interface Recipient {

        /** Needs none: all was given, or all is thrown away. */
        Recipient NOBODY = new Recipient() {
            @Override
            public void expect() {
                // Nobody waits.
            }

            @Override
            public void receive(Outcome.Created created) {
                // Nobody wants it.
            }
        };

        /** An account is about to be made. */
        void expect();

        /** Keeps the credentials, which exist nowhere else in the clear. The account is made when this returns. */
        void receive(Outcome.Created created);
    }

    /**
     * Finds the account, or makes it after its credentials have been received.
     *
     * @throws OpenFailure if the account cannot be written, or is of another partition
     */
    public Outcome run(Given given, Recipient recipient) {
        Optional<String> existing = existing();
        if (existing.isPresent()) {
            given.rootEmail().ifPresent(this::addressOfRoot);
            return new Outcome.Existing(existing.get());
        }
        recipient.expect();
        try {
            return signUp(given, recipient);
        } catch (StoreFailure e) {
            throw new OpenFailure(
                    "No account was made, and credentials shown before are of no use. " + e.getMessage(), e);
        }
    }

    /** An account may be older than its root user's address, and the address may change. */
    private void addressOfRoot(String email) {
        boolean isKnown = store.read(reading -> NewAccounts.management(reading)
                .filter(account -> email.equals(account.email()))
                .isPresent());
        if (!isKnown) {
            boolean _ = store.write(writing -> {
                Account account = NewAccounts.management(writing).orElseThrow();
                if (writing.accounts()
                        .byEmail(email)
                        .filter(other -> !other.accountId().equals(account.accountId()))
                        .isPresent()) {
                    throw new OpenFailure("There is another account of " + email + " already");
                }
                writing.update(account.withEmail(email));
                return true;
            });
        }
    }

    private Outcome signUp(Given given, Recipient recipient) {
        String password = given.rootPassword().orElseGet(() -> newPassword(random));
        SignUp.Wishes wishes = new SignUp.Wishes(
                given.accountId(), given.administratorKey(), passwords.hash(password), given.rootEmail());
        return signUp.ifEmpty(wishes, signedUp -> recipient.receive(created(given, signedUp, password)))
                .<Outcome>map(signedUp -> created(given, signedUp, password))
                .orElseGet(() -> new Outcome.Existing(existing().orElseThrow()));
    }

    private static Outcome.Created created(Given given, SignedUp signedUp, String password) {
        return new Outcome.Created(
                signedUp.accountId(),
                signedUp.accessKeyId(),
                given.administratorKey().isPresent() ? null : signedUp.secretAccessKey(),
                given.rootPassword().isPresent() ? null : password);
    }

    private Optional<String> existing() {
        return store.read(reading -> {
            Optional<String> accountId = NewAccounts.management(reading).map(Account::accountId);
            accountId
                    .flatMap(id -> AccountPartition.complaint(reading, id, signUp.partition()))
                    .ifPresent(reason -> {
                        throw new OpenFailure("This server cannot serve the data, since " + reason);
                    });
            return accountId;
        });
    }

    /** A password that nobody guesses. */
    public static String newPassword(SecureRandom random) {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_CHARACTERS.charAt(random.nextInt(PASSWORD_CHARACTERS.length())));
        }
        return password.toString();
    }
}
