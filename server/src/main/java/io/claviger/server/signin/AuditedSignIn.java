package io.claviger.server.signin;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Outcome;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.signin.SignIn.Result;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Attempts to sign in, each of which is audited as ConsoleLogin. Thread-safe. */
public final class AuditedSignIn {

    private static final String SOURCE = "signin.amazonaws.com";

    private final SignIn signIn;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final String region;

    /**
     * Audits what comes of these attempts.
     *
     * @param region what the audit trail shows as the region
     */
    public AuditedSignIn(SignIn signIn, AuditTrail audit, InstantSource clock, String region) {
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
        this.region = region;
    }

    /**
     * Attempts to sign in. Waits for its turn, up to 25 seconds.
     *
     * @param filled names the account by its ID or its alias
     * @throws io.claviger.iam.store.StoreFailure when the database fails
     */
    public Result attempt(IncomingRequest incoming, SignInForm filled) {
        SignInForm form = signIn.withAccountId(filled);
        Result result = signIn.attempt(form, Arrival.circumstances(incoming, clock.instant(), region));
        AuditedIdentity identity = identity(form, result);
        if (result instanceof Result.SignedIn done && done.changedPassword()) {
            Action change = new Action("iam.amazonaws.com", Kind.API_CALL, "ChangePassword", region, Map::of);
            record(incoming, identity, change, new Outcome.Done(AuditEvent.NOTHING), Map.of());
        }
        login(incoming, identity, outcome(result), lookedAtFactor(result));
        return result;
    }

    /**
     * Takes down an attempt to sign in.
     *
     * @param withFactor whether a second factor was looked at, right or wrong
     */
    private void login(IncomingRequest incoming, AuditedIdentity identity, Outcome outcome, boolean withFactor) {
        record(incoming, identity, signingIn("ConsoleLogin"), outcome, Map.of("MFAUsed", withFactor ? "Yes" : "No"));
    }

    /** Takes down an attempt to sign in by an identity provider, whose second factor nobody here has seen. */
    public void signOn(IncomingRequest incoming, AuditedIdentity identity, Outcome outcome) {
        login(incoming, identity, outcome, false);
    }

    /** Takes down that somebody signed out. */
    public void logout(IncomingRequest incoming, AuditedIdentity identity) {
        record(incoming, identity, signingIn("ConsoleLogout"), new Outcome.Done(AuditEvent.NOTHING), Map.of());
    }

    private Action signingIn(String name) {
        return new Action(SOURCE, Kind.SIGN_IN, name, region, Map::of);
    }

    private static boolean lookedAtFactor(Result result) {
        return switch (result) {
            case Result.SignedIn done -> done.session().credential().details().authenticatedAt() != null;
            case Result.NotChanged not -> not.withFactor();
            case Result.WrongCode _, Result.WrongPasskey _ -> true;
            case Result.Wrong _,
                    Result.FactorNeeded _,
                    Result.NewPasswordNeeded _,
                    Result.Expired _,
                    Result.TryLater _ -> false;
        };
    }

    private static Outcome outcome(Result result) {
        return switch (result) {
            case Result.SignedIn _ -> new Outcome.Done(AuditEvent.NOTHING);
            case Result.Wrong _ -> new Outcome.Failed("AccessDenied", "Failed authentication");
            case Result.FactorNeeded needed ->
                needed.hasCodes()
                        ? new Outcome.Failed(SignInRefusal.CODE_NEEDED, "A code of an MFA device is needed")
                        : new Outcome.Failed(SignInRefusal.PASSKEY_NEEDED, "A passkey is needed");
            case Result.WrongCode _ -> new Outcome.Failed("WrongMFACode", "Failed authentication");
            case Result.WrongPasskey wrong -> new Outcome.Failed(SignInRefusal.WRONG_PASSKEY, wrong.reason());
            case Result.NewPasswordNeeded _ ->
                new Outcome.Failed(SignInRefusal.NEW_PASSWORD_NEEDED, "A new password has to be set");
            case Result.Expired _ -> new Outcome.Failed("PasswordExpired", "The password has expired");
            case Result.NotChanged not -> new Outcome.Failed("PasswordNotChanged", not.reason());
            case Result.TryLater _ -> new Outcome.Failed("Throttling", "Too many attempts");
        };
    }

    private AuditedIdentity identity(SignInForm form, Result result) {
        Partition partition = Partition.ofRegion(region);
        return switch (result) {
            case Result.SignedIn done
            when done.person() instanceof Person.Member member ->
                AuditedIdentity.userSigningIn(member.user(), partition);
            default ->
                form.userName().equals(Person.ROOT)
                        ? AuditedIdentity.rootSigningIn(form.account(), Arns.root(partition, form.account()))
                        : AuditedIdentity.claimedUser(form.account(), form.userName());
        };
    }

    private void record(
            IncomingRequest incoming,
            AuditedIdentity identity,
            Action action,
            Outcome outcome,
            Map<String, Object> additional) {
        audit.record(new AuditEvent(
                clock.instant(),
                identity,
                action,
                Arrival.origin(incoming),
                outcome,
                UUID.randomUUID().toString(),
                additional));
    }
}
