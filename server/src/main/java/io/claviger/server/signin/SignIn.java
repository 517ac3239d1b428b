package io.claviger.server.signin;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.SessionTokens;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Signing in as the root user of an account, by password, for temporary credentials. One password is hashed at a time,
 * so that signing in takes no more than 19 MiB and one processor, no matter who tries; an account that does not exist is told
 * from a wrong password neither by the answer nor by its time. Thread-safe.
 */
public final class SignIn {

    private static final String ROOT = "root";
    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 16;

    private final Transactions store;
    private final SessionTokens tokens;
    private final AccessKeyIds ids;
    private final Passwords passwords;
    private final InstantSource clock;
    private final AttemptThrottle throttle = new AttemptThrottle();
    private final Semaphore hashing = new Semaphore(1, true);

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
     * Attempts to sign in. May wait, for the attempts before it.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails
     */
    Result attempt(SignInForm form) {
        if (hashing.getQueueLength() >= MAX_WAITING || !take()) {
            return new Result.TryLater(PATIENCE);
        }
        try {
            return attemptAlone(form);
        } finally {
            hashing.release();
        }
    }

    private boolean take() {
        try {
            return hashing.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Result attemptAlone(SignInForm form) {
        Instant now = clock.instant();
        Duration wait = throttle.wait(form.accountId(), now);
        if (wait.isPositive()) {
            return new Result.TryLater(wait);
        }
        Optional<Account> account = form.userName().equals(ROOT)
                ? store.read(reading -> reading.accounts().byId(form.accountId()))
                : Optional.empty();
        if (account.isEmpty()) {
            passwords.pretend(form.password());
        } else if (passwords.matches(form.password(), account.get().rootPassword())) {
            throttle.succeeded(form.accountId());
            return signedIn(account.get(), now.truncatedTo(ChronoUnit.SECONDS));
        }
        throttle.failed(form.accountId(), now);
        return new Result.Wrong();
    }

    private Result signedIn(Account account, Instant now) {
        Temporary credential =
                new Temporary(ids.temporary(account.accountId()), Origin.SIGN_IN, now, now.plus(SESSION));
        Session session = new Session(credential, account.accountId(), ids.secret());
        return new Result.SignedIn(account, tokens.issue(session), session);
    }
}
