package io.claviger.server.signin;

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
 * {@code POST /sign-in}: a form of AccountId, UserName ({@code root}) and Password, answered with temporary credentials
 * in the format of the AWS SDKs' {@code credential_process}. The one call beside health and metrics that needs no
 * signature. Every attempt is audited as ConsoleLogin. Thread-safe.
 */
public final class SignInEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SignInEndpoint.class);
    private static final String JSON = "application/json";
    private static final Header NOT_STORED = new Header("Cache-Control", "no-store");
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
    public boolean isPatient() {
        return true;
    }

    private Answer attempt(IncomingRequest incoming, SignInForm form) {
        try {
            Result result = signIn.attempt(form, incoming.peer());
            audit.record(event(incoming, form, result));
            return answer(result);
        } catch (StoreFailure e) {
            LOG.error("cannot sign in", e);
            return refusal(503, "ServiceUnavailable", "The service is unavailable", List.of());
        }
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.SignedIn done ->
                json(200, IssuedCredentials.json(done.session(), done.sessionToken()), List.of());
            case Result.Wrong _ ->
                refusal(403, "AccessDenied", "The account, the user or the password is wrong", List.of());
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

    private AuditEvent event(IncomingRequest incoming, SignInForm form, Result result) {
        Outcome outcome = switch (result) {
            case Result.SignedIn _ -> new Outcome.Done(AuditEvent.NOTHING);
            case Result.Wrong _ -> new Outcome.Failed("AccessDenied", "Failed authentication");
            case Result.TryLater _ -> new Outcome.Failed("Throttling", "Too many attempts");
        };
        return new AuditEvent(
                clock.instant(),
                AuditedIdentity.rootSigningIn(
                        form.accountId(), Arns.root(Partition.ofRegion(region), form.accountId())),
                new Action(SOURCE, Kind.SIGN_IN, "ConsoleLogin", region, Map::of),
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
