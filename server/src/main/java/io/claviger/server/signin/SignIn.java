package io.claviger.server.signin;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.SessionTokens;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Signing in as the root user of an account, by password, for temporary credentials. One password is hashed at a time,
 * so that signing in takes no more than 19 MiB and one processor, no matter who tries; whose is next, {@link AttemptLine}
 * says. An account that does not exist is told from a wrong password neither by the answer nor by its time. Thread-safe.
 */
public final class SignIn {

    private static final String ROOT = "root";
    private static final Duration SESSION = Duration.ofHours(1);
    // Less than a silent connection lives.
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Transactions store;
    private final SessionTokens tokens;
    private final AccessKeyIds ids;
    private final Passwords passwords;
    private final InstantSource clock;
    private final RefusedPasswords refused = new RefusedPasswords();
    private final Turns turns = new Turns(PATIENCE);

    /** Signs in to the accounts of the store. */
    public SignIn(
            Transactions store, SessionTokens tokens, AccessKeyIds ids, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of an attempt. */
    sealed interface Result {

        /** The password was right. */
        record SignedIn(Account account, String sessionToken, Session session) implements Result {

            @Override
            public String toString() {
                return "SignedIn[" + account.accountId() + "]";
            }
        }

        /** The account, the user or the password was wrong. */
        record Wrong() implements Result {}

        /** Nothing was looked at: try again later. */
        record TryLater(Duration pause) implements Result {}
    }

    /**
     * Attempts to sign in. Waits for its turn, up to 25 seconds.
     *
     * @param peer the address of the connection's other end
     * @throws io.claviger.iam.store.StoreFailure when the database fails
     */
    Result attempt(SignInForm form, String peer) {
        Network network = Network.of(peer);
        if (refused.contains(form, network, hash(account(form)))) {
            return new Result.Wrong();
        }
        return turns.run(form.accountId(), network, () -> check(form, network), Result.SignedIn.class::isInstance)
                .orElseGet(() -> new Result.TryLater(PAUSE));
    }

    private Result check(SignInForm form, Network network) {
        Optional<Account> account = account(form);
        PasswordHash hash = hash(account);
        if (passwords.matches(form.password(), hash) && account.isPresent()) {
            return signedIn(account.get(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        refused.add(form, network, hash);
        return new Result.Wrong();
    }

    private Optional<Account> account(SignInForm form) {
        return form.userName().equals(ROOT)
                ? store.read(reading -> reading.accounts().byId(form.accountId()))
                : Optional.empty();
    }

    /** That of nobody takes as long to check as any. */
    private static PasswordHash hash(Optional<Account> account) {
        return account.map(Account::rootPassword).orElse(Passwords.NOBODYS);
    }

    private Result signedIn(Account account, Instant now) {
        Temporary credential =
                new Temporary(ids.temporary(account.accountId()), Origin.SIGN_IN, now, now.plus(SESSION));
        Session session = new Session(credential, account.accountId(), ids.secret());
        return new Result.SignedIn(account, tokens.issue(session), session);
    }
}
