package io.claviger.server.signin;

import io.claviger.access.Circumstances;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.Session;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.access.password.Claim;
import io.claviger.access.password.PasswordChecks;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Signing in by password, as the root user of an account or as a user with a login profile, for temporary credentials. An
 * account or a user that does not exist is told from a wrong password neither by the answer nor by its time. Thread-safe.
 */
public final class SignIn {

    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Transactions store;
    private final SessionTokens tokens;
    private final AccessKeyIds ids;
    private final PasswordChecks checks;
    private final ShownFactor factors;
    private final PasswordRenewal renewal;

    /** Signs in to the accounts of the store. */
    public SignIn(
            Transactions store,
            SessionTokens tokens,
            AccessKeyIds ids,
            PasswordChecks checks,
            ShownFactor factors,
            PasswordRenewal renewal) {
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.checks = checks;
        this.factors = factors;
        this.renewal = renewal;
    }

    /** What came of an attempt. */
    public sealed interface Result {

        /**
         * The password was right.
         *
         * @param changedPassword whether it was replaced by a new one
         */
        record SignedIn(Person person, String sessionToken, Session session, boolean changedPassword)
                implements Result {

            @Override
            public String toString() {
                return "SignedIn[" + person.ownerId() + "]";
            }
        }

        /** The account, the user or the password was wrong. */
        record Wrong() implements Result {}

        /**
         * The password was right, but a second factor has to come with it.
         *
         * @param ownerId whose
         * @param hasCodes whether a device of theirs shows codes
         * @param passkeys that they have
         */
        record FactorNeeded(String ownerId, boolean hasCodes, List<FidoDevice> passkeys) implements Result {

            /** Copies the list. */
            public FactorNeeded {
                passkeys = List.copyOf(passkeys);
            }
        }

        /** The password was right, but the code was not. */
        record WrongCode() implements Result {}

        /** The password was right, but what the passkey answered was not; why, as a sentence. */
        record WrongPasskey(String reason) implements Result {}

        /** The password was right, but a new one has to come with it. */
        record NewPasswordNeeded() implements Result {}

        /** The password was right, but has expired for good. */
        record Expired() implements Result {}

        /**
         * The password was right, but the new one cannot be set.
         *
         * @param withFactor whether a second factor was shown, and is used up
         */
        record NotChanged(String reason, boolean withFactor) implements Result {}

        /** Nothing was looked at: try again later. */
        record TryLater(Duration pause) implements Result {}
    }

    /**
     * Attempts to sign in to the account of an ID. Waits for its turn, up to 25 seconds.
     *
     * @param circumstances how the form came
     * @throws io.claviger.iam.store.StoreFailure when the database fails
     */
    Result attempt(SignInForm form, Circumstances circumstances) {
        Claim claim = new Claim(form.account(), form.userName(), form.password());
        return switch (checks.check(
                claim, circumstances.sourceIp(), () -> person(claim).map(Person::password))) {
            case TRY_LATER -> new Result.TryLater(PAUSE);
            case WRONG -> new Result.Wrong();
            case RIGHT ->
                person(claim).map(person -> proven(person, form, circumstances)).orElseGet(Result.Wrong::new);
        };
    }

    /** The same form, with the account's ID instead of its alias; what is neither names no account. */
    SignInForm withAccountId(SignInForm form) {
        return form.namesAccountById()
                ? form
                : store.read(reading -> reading.accounts().byAlias(form.account()))
                        .map(account -> form.ofAccount(account.accountId()))
                        .orElse(form);
    }

    private Optional<Person> person(Claim claim) {
        return store.read(reading -> Person.named(reading, claim.accountId(), claim.userName()));
    }

    /** Goes on with somebody whose password is right. */
    private Result proven(Person person, SignInForm form, Circumstances circumstances) {
        Instant now = circumstances.time().truncatedTo(ChronoUnit.SECONDS);
        if (person instanceof Person.Member member && member.isShutOut(now)) {
            return new Result.Expired();
        }
        // All that is missing is asked for before a factor is looked at, which is good for one attempt only.
        Optional<ShownFactor.Missing> missing = factors.missing(person, form);
        if (missing.isPresent()) {
            return new Result.FactorNeeded(
                    person.ownerId(), missing.get().hasCodes(), missing.get().passkeys());
        }
        if (person instanceof Person.Member member) {
            if (member.needsNewPassword(now) && form.newPassword().isEmpty()) {
                return new Result.NewPasswordNeeded();
            }
        }
        return switch (factors.of(person, form, circumstances.time())) {
            case ShownFactor.Outcome.Shown shown -> admitted(person, form, circumstances, shown.details());
            case ShownFactor.Outcome.WrongCode _ -> new Result.WrongCode();
            case ShownFactor.Outcome.WrongPasskey wrong -> new Result.WrongPasskey(wrong.reason());
            case ShownFactor.Outcome.TryLater _ -> new Result.TryLater(PAUSE);
        };
    }

    private Result admitted(Person person, SignInForm form, Circumstances circumstances, SessionDetails details) {
        Instant now = circumstances.time().truncatedTo(ChronoUnit.SECONDS);
        Temporary credential =
                new Temporary(ids.temporary(person.accountId()), Origin.SIGN_IN, now, now.plus(SESSION), details);
        Session session = new Session(credential, person.ownerId(), ids.secret());
        String token = tokens.issue(session);
        Optional<String> trouble = form.newPassword().flatMap(_ -> renewal.change(session, token, form, circumstances));
        if (trouble.isPresent()) {
            return new Result.NotChanged(trouble.get(), details.authenticatedAt() != null);
        }
        boolean _ = store.write(writing -> {
            person.noteSignIn(writing, now);
            return true;
        });
        return new Result.SignedIn(person, token, session, form.newPassword().isPresent());
    }
}
