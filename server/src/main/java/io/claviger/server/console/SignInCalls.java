package io.claviger.server.console;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.access.passkey.Passkeys;
import io.claviger.iam.ConsoleSession;
import io.claviger.iam.store.Transactions;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.Answer;
import io.claviger.server.signin.AuditedSignIn;
import io.claviger.server.signin.SignIn.Result;
import io.claviger.server.signin.SignInForm.Read;
import io.claviger.server.signin.SignInRefusal;
import io.claviger.sigv4.Header;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Signing in to the console, going on, and signing out. Thread-safe. */
final class SignInCalls {

    private final AuditedSignIn signIn;
    private final SignInBody bodies;
    private final ConsoleSessions sessions;
    private final SignedIn signedIn;
    private final Passkeys passkeys;
    private final Transactions store;
    private final InstantSource clock;

    SignInCalls(
            AuditedSignIn signIn,
            ConsoleSessions sessions,
            SignedIn signedIn,
            Passkeys passkeys,
            Transactions store,
            InstantSource clock) {
        this.signIn = signIn;
        this.bodies = new SignInBody(store);
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.passkeys = passkeys;
        this.store = store;
        this.clock = clock;
    }

    /** Signs in by password. Anyone who was signed in by the same browser is so no more. */
    Answer signIn(Browser browser, Map<String, Object> body) {
        return switch (bodies.form(browser, body)) {
            case Read.Unreadable unreadable -> Replies.error(400, "ValidationError", unreadable.complaint());
            case Read.Filled filled ->
                switch (signIn.attempt(browser.incoming(), filled.form())) {
                    case Result.SignedIn done -> signedIn(browser, done);
                    case Result.FactorNeeded needed -> factorNeeded(browser, needed);
                    case Result refused -> refusal(SignInRefusal.of(refused).orElseThrow());
                };
        };
    }

    private Answer signedIn(Browser browser, Result.SignedIn done) {
        SessionCookie.in(browser).ifPresent(secret -> sessions.end(secret, false));
        return sessions.begin(
                        done.person(),
                        done.changedPassword(),
                        done.session().credential().details())
                .flatMap(begun -> answer(begun.session(), SessionCookie.keeping(begun.secret(), browser)))
                .orElseGet(() -> notSignedIn(browser));
    }

    /** The refusal, with a challenge for the passkeys that the browser can use here, if there are any. */
    private Answer factorNeeded(Browser browser, Result.FactorNeeded needed) {
        SignInRefusal why = SignInRefusal.of(needed).orElseThrow();
        return browser.site()
                .map(site -> PasskeyOptions.forSigningIn(passkeys, needed, site, clock.instant()))
                .filter(options -> !options.allowed().isEmpty())
                .map(options -> Replies.error(why.status(), why.code(), why.message(), "passkey", options))
                .orElseGet(() -> refusal(why));
    }

    private static Answer refusal(SignInRefusal why) {
        return Replies.error(
                why.status(),
                why.code(),
                why.message(),
                why.retryAfterSeconds()
                        .map(seconds -> new Header[] {new Header("Retry-After", seconds)})
                        .orElse(new Header[0]));
    }

    /** Fresh credentials for anyone who is signed in. */
    Answer session(Browser browser) {
        return SessionCookie.in(browser)
                .flatMap(sessions::use)
                .flatMap(this::answer)
                .orElseGet(() -> notSignedIn(browser));
    }

    private static Answer notSignedIn(Browser browser) {
        return Replies.error(401, "NotSignedIn", "Nobody is signed in", SessionCookie.forgotten(browser));
    }

    /** Ends the session, or all of the same person. Anyone who is not signed in is signed out already. */
    Answer signOut(Browser browser, Map<String, Object> body) {
        boolean everywhere = Boolean.TRUE.equals(body.get("everywhere"));
        SessionCookie.in(browser).ifPresent(secret -> {
            Optional<Caller> caller = signedIn.caller(secret);
            sessions.end(secret, everywhere);
            caller.ifPresent(known -> signIn.logout(browser.incoming(), AuditedIdentity.of(known)));
        });
        return Replies.done(SessionCookie.forgotten(browser));
    }

    private Optional<Answer> answer(ConsoleSession session, Header... headers) {
        Session made = sessions.credentials(session);
        String token = signedIn.token(made);
        return signedIn.caller(made, token)
                .map(caller -> Replies.ok(
                        new SessionAnswer(made, token, caller.principal(), alias(session.accountId()), session),
                        headers));
    }

    private Optional<String> alias(String accountId) {
        return store.read(
                reading -> reading.accounts().byId(accountId).flatMap(found -> Optional.ofNullable(found.alias())));
    }
}
