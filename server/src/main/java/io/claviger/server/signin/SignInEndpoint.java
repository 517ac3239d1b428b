package io.claviger.server.signin;

import io.claviger.access.Circumstances;
import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.iam.store.StoreFailure;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Outcome;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.http.TlsSession;
import io.claviger.server.signin.SignIn.Result;
import io.claviger.sigv4.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /sign-in}: a form of AccountId (an ID or an alias), UserName ({@code root} or a user's), Password and, to
 * change it, NewPassword; answered with temporary credentials in the format of the AWS SDKs' {@code
 * credential_process}. The one call beside health and metrics that needs no
 * signature. Every attempt is audited as ConsoleLogin. Thread-safe.
 */
public final class SignInEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SignInEndpoint.class);
    private static final String JSON = "application/json";
    private static final Header NOT_STORED = new Header("Cache-Control", "no-store");
    static final String CODE_NEEDED = "MFACodeNeeded";
    static final String NEW_PASSWORD_NEEDED = "NewPasswordNeeded";
    private static final String SOURCE = "signin.amazonaws.com";

    private final SignIn signIn;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final String region;

    /**
     * Answers by signing in.
     *
     * @param region what the audit trail shows as the region
     */
    public SignInEndpoint(SignIn signIn, AuditTrail audit, InstantSource clock, String region) {
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
        this.region = region;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return switch (SignInForm.read(incoming.request().body())) {
            case SignInForm.Read.Unreadable unreadable ->
                refusal(400, "ValidationError", unreadable.complaint(), List.of());
            case SignInForm.Read.Filled filled -> attempt(incoming, filled.form());
        };
    }

    /** Attempts wait for their turn, while calls of the API must not wait for them. */
    @Override
    public boolean isPatient(IncomingRequest incoming) {
        return true;
    }

    private Answer attempt(IncomingRequest incoming, SignInForm filled) {
        try {
            SignInForm form = signIn.withAccountId(filled);
            Circumstances circumstances = circumstances(incoming);
            Result result = signIn.attempt(form, circumstances);
            if (result instanceof Result.SignedIn done && done.changedPassword()) {
                Action change = new Action("iam.amazonaws.com", Kind.API_CALL, "ChangePassword", region, Map::of);
                audit.record(event(incoming, identity(form, result), change, new Outcome.Done(AuditEvent.NOTHING)));
            }
            Action signingIn = new Action(SOURCE, Kind.SIGN_IN, "ConsoleLogin", region, Map::of);
            audit.record(event(incoming, identity(form, result), signingIn, outcome(result)));
            return answer(result);
        } catch (StoreFailure e) {
            LOG.error("cannot sign in", e);
            return refusal(503, "ServiceUnavailable", "The service is unavailable", List.of());
        }
    }

    private Circumstances circumstances(IncomingRequest incoming) {
        return new Circumstances(
                clock.instant(),
                region,
                incoming.peer(),
                incoming.secure(),
                orNull(header(incoming, "user-agent")),
                orNull(header(incoming, "referer")));
    }

    private static @Nullable String orNull(String header) {
        return header.isEmpty() ? null : header;
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.SignedIn done ->
                json(200, IssuedCredentials.json(done.session(), done.sessionToken()), List.of());
            case Result.Wrong _ ->
                refusal(403, "AccessDenied", "The account, the user or the password is wrong", List.of());
            case Result.CodeNeeded _ -> refusal(403, CODE_NEEDED, "A code of an MFA device is needed, too", List.of());
            case Result.WrongCode _ -> refusal(403, "WrongMFACode", "The code of the MFA device is wrong", List.of());
            case Result.NewPasswordNeeded _ ->
                refusal(403, NEW_PASSWORD_NEEDED, "A new password has to be set", List.of());
            case Result.Expired _ ->
                refusal(
                        403,
                        "PasswordExpired",
                        "The password has expired; an administrator can set another",
                        List.of());
            case Result.NotChanged not -> refusal(403, "PasswordNotChanged", not.reason(), List.of());
            case Result.TryLater later ->
                refusal(
                        429,
                        "Throttling",
                        "There were too many attempts; try again later",
                        List.of(new Header("Retry-After", Long.toString(seconds(later.pause())))));
        };
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    private static Answer refusal(int status, String code, String message, List<Header> headers) {
        return json(status, "{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}}\n", headers);
    }

    private static Answer json(int status, String body, List<Header> headers) {
        List<Header> all = new ArrayList<>(headers);
        all.add(NOT_STORED);
        return new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8), all);
    }

    private static Outcome outcome(Result result) {
        return switch (result) {
            case Result.SignedIn _ -> new Outcome.Done(AuditEvent.NOTHING);
            case Result.Wrong _ -> new Outcome.Failed("AccessDenied", "Failed authentication");
            case Result.CodeNeeded _ -> new Outcome.Failed(CODE_NEEDED, "A code of an MFA device is needed");
            case Result.WrongCode _ -> new Outcome.Failed("WrongMFACode", "Failed authentication");
            case Result.NewPasswordNeeded _ -> new Outcome.Failed(NEW_PASSWORD_NEEDED, "A new password has to be set");
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

    private AuditEvent event(IncomingRequest incoming, AuditedIdentity identity, Action action, Outcome outcome) {
        return new AuditEvent(
                clock.instant(),
                identity,
                action,
                new AuditEvent.Origin(
                        incoming.peer(),
                        header(incoming, "user-agent"),
                        header(incoming, "host"),
                        incoming.secure(),
                        tls(incoming)),
                outcome,
                UUID.randomUUID().toString());
    }

    private static AuditEvent.@Nullable Tls tls(IncomingRequest incoming) {
        TlsSession session = incoming.tls();
        return session == null ? null : new AuditEvent.Tls(session.version(), session.cipherSuite());
    }

    private static String header(IncomingRequest incoming, String name) {
        return incoming.request().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
