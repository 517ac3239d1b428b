package io.claviger.server.signin;

import io.claviger.access.Circumstances;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.Session;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.password.Claim;
import io.claviger.access.password.PasswordChecks;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.MfaDevice;
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
    private final MfaCodes codes;
    private final PasswordRenewal renewal;

    /** Signs in to the accounts of the store. */
    public SignIn(
            Transactions store,
            SessionTokens tokens,
            AccessKeyIds ids,
            PasswordChecks checks,
            MfaCodes codes,
            PasswordRenewal renewal) {
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.checks = checks;
        this.codes = codes;
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

        /** The password was right, but a code of an MFA device has to come with it. */
        record CodeNeeded() implements Result {}

        /** The password was right, but the code was not. */
        record WrongCode() implements Result {}

        /** The password was right, but a new one has to come with it. */
        record NewPasswordNeeded() implements Result {}

        /** The password was right, but has expired for good. */
        record Expired() implements Result {}

        /** The password was right, but the new one cannot be set. */
        record NotChanged(String reason) implements Result {}

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
        // All that is missing is asked for before a code is looked at, which is good for one attempt only.
        if (form.code().isEmpty() && hasDevice(person)) {
            return new Result.CodeNeeded();
        }
        if (person instanceof Person.Member member) {
            if (member.needsNewPassword(now) && form.newPassword().isEmpty()) {
                return new Result.NewPasswordNeeded();
            }
        }
        Factor factor = shown(person, form, circumstances.time());
        return factor.refusal().orElseGet(() -> admitted(person, form, circumstances, factor.details()));
    }

    /**
     * What came of asking for a second factor.
     *
     * @param refusal why it was none; empty if it was shown, or the person has none
     * @param details what the session knows of it
     */
    private record Factor(Optional<Result> refusal, SessionDetails details) {

        static Factor none(Result why) {
            return new Factor(Optional.of(why), SessionDetails.NONE);
        }
    }

    private boolean hasDevice(Person person) {
        return !store.read(reading -> reading.mfaDevices().ofOwner(person.ownerId()))
                .isEmpty();
    }

    private Factor shown(Person person, SignInForm form, Instant now) {
        return store.write(writing -> {
            List<MfaDevice> devices = writing.mfaDevices().ofOwner(person.ownerId());
            if (devices.isEmpty()) {
                return new Factor(Optional.empty(), SessionDetails.NONE);
            }
            return switch (codes.check(devices, form.code().orElse(""), now)) {
                case MfaCodes.Outcome.Accepted accepted -> {
                    writing.update(accepted.device());
                    yield new Factor(Optional.empty(), SessionDetails.authenticated(now));
                }
                case MfaCodes.Outcome.Wrong _ -> Factor.none(new Result.WrongCode());
                case MfaCodes.Outcome.TryLater _ -> Factor.none(new Result.TryLater(PAUSE));
            };
        });
    }

    private Result admitted(Person person, SignInForm form, Circumstances circumstances, SessionDetails details) {
        Instant now = circumstances.time().truncatedTo(ChronoUnit.SECONDS);
        Temporary credential =
                new Temporary(ids.temporary(person.accountId()), Origin.SIGN_IN, now, now.plus(SESSION), details);
        Session session = new Session(credential, person.ownerId(), ids.secret());
        String token = tokens.issue(session);
        Optional<String> trouble = form.newPassword().flatMap(_ -> renewal.change(session, token, form, circumstances));
        if (trouble.isPresent()) {
            return new Result.NotChanged(trouble.get());
        }
        boolean _ = store.write(writing -> {
            person.noteSignIn(writing, now);
            return true;
        });
        return new Result.SignedIn(person, token, session, form.newPassword().isPresent());
    }
}
