package io.claviger.server.console;

import io.claviger.access.Caller;
import io.claviger.access.Callers;
import io.claviger.access.Callers.Authenticator;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.iam.store.FreshCache.Loaded;
import java.util.Optional;

/** Who is signed in, as the API sees them. Thread-safe. */
final class SignedIn {

    private final ConsoleSessions sessions;
    private final SessionTokens tokens;
    private final Callers callers;

    SignedIn(ConsoleSessions sessions, SessionTokens tokens, Callers callers) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.callers = callers;
    }

    /** The token of credentials. */
    String token(Session credentials) {
        return tokens.issue(credentials);
    }

    /** Whose credentials these are; empty if they are good no more. */
    Optional<Caller> caller(Session credentials, String token) {
        return callers.bySessionToken(credentials.credential().accessKeyId(), token)
                .map(Loaded::value)
                .map(Authenticator::caller);
    }

    /** Whose session has this secret, which counts as used now; empty if there is none, or it is over. */
    Optional<Caller> caller(String secret) {
        return sessions.use(secret)
                .map(sessions::credentials)
                .flatMap(credentials -> caller(credentials, token(credentials)));
    }
}
