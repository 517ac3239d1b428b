package io.claviger.server.signin;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.signin.SignIn.Result;
import io.claviger.sigv4.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private final AuditedSignIn signIn;

    /** Answers by signing in. */
    public SignInEndpoint(AuditedSignIn signIn) {
        this.signIn = signIn;
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

    private Answer attempt(IncomingRequest incoming, SignInForm form) {
        try {
            Result result = signIn.attempt(incoming, form);
            return result instanceof Result.SignedIn done
                    ? json(200, IssuedCredentials.json(done.session(), done.sessionToken()), List.of())
                    : SignInRefusal.of(result).map(SignInEndpoint::refusal).orElseThrow();
        } catch (StoreFailure e) {
            LOG.error("cannot sign in", e);
            return refusal(503, "ServiceUnavailable", "The service is unavailable", List.of());
        }
    }

    private static Answer refusal(SignInRefusal why) {
        List<Header> headers = why.retryAfterSeconds()
                .map(seconds -> List.of(new Header("Retry-After", seconds)))
                .orElse(List.of());
        return refusal(why.status(), why.code(), why.message(), headers);
    }

    private static Answer refusal(int status, String code, String message, List<Header> headers) {
        return json(status, "{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}}\n", headers);
    }

    private static Answer json(int status, String body, List<Header> headers) {
        List<Header> all = new ArrayList<>(headers);
        all.add(NOT_STORED);
        return new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8), all);
    }
}
