package io.claviger.access;

import io.claviger.access.Callers.Authenticator;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.sigv4.CredentialSource;
import io.claviger.sigv4.Lookup;
import io.claviger.sigv4.Lookup.Found;
import io.claviger.sigv4.SigningSecret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The callers behind access keys, for the verifier: from a bounded cache that is never stale, so that a key made
 * inactive is refused from the next request on. Thread-safe.
 */
public final class CallerCredentials implements CredentialSource<Caller> {

    private final Callers callers;
    private final InstantSource clock;
    private final KeyNotices notices = new KeyNotices();
    private final FreshCache<String, Found<Caller>> longTerm;
    private final FreshCache<Temporary, Found<Caller>> temporary;

    /** Keeps at most so many callers of each kind of key, and fewer of those whose policies take much room. */
    public CallerCredentials(Callers callers, ChangeLog changes, InstantSource clock, long maximumWeight) {
        this.callers = callers;
        this.clock = clock;
        this.longTerm = new FreshCache<>(changes, maximumWeight);
        this.temporary = new FreshCache<>(changes, maximumWeight);
    }

    private record Temporary(String accessKeyId, String token) {

        @Override
        public String toString() {
            return accessKeyId;
        }
    }

    @Override
    public Lookup<Caller> find(String accessKeyId, @Nullable String sessionToken) {
        if (!accessKeyId.startsWith(AccessKeyIds.TEMPORARY)) {
            // AWS refuses a long-term key that comes with a token.
            return sessionToken == null ? byAccessKey(accessKeyId) : new Lookup.TokenInvalid<>();
        }
        if (sessionToken == null) {
            return new Lookup.Unknown<>();
        }
        Optional<Found<Caller>> session = temporary.get(
                new Temporary(accessKeyId, sessionToken),
                key -> found(callers.bySessionToken(key.accessKeyId(), key.token())));
        return session.filter(this::hasExpired).isPresent()
                ? new Lookup.TokenExpired<>()
                : known(session, new Lookup.TokenInvalid<>());
    }

    /** A key that has ended by itself looks as if it had never been there, as one that was made inactive does. */
    private Lookup<Caller> byAccessKey(String accessKeyId) {
        Optional<Found<Caller>> found = longTerm.get(accessKeyId, key -> found(callers.byAccessKey(key)));
        if (found.isEmpty()) {
            return new Lookup.Unknown<>();
        }
        Caller caller = found.get().principal();
        KeyEnd end = caller.credential() instanceof Credential.LongTerm key ? key.end() : null;
        if (end != null) {
            Instant now = clock.instant();
            if (end.hasCome(now)) {
                notices.ended(accessKeyId, caller.principal().arn(), end);
                return new Lookup.Unknown<>();
            }
            if (end.isNear(now)) {
                notices.near(accessKeyId, caller.principal().arn(), end);
            }
        }
        return found.get();
    }

    private boolean hasExpired(Found<Caller> found) {
        return found.principal().credential() instanceof Credential.Temporary credential
                && !clock.instant().isBefore(credential.expiresAt());
    }

    private static Lookup<Caller> known(Optional<Found<Caller>> found, Lookup<Caller> otherwise) {
        return found.<Lookup<Caller>>map(caller -> caller).orElse(otherwise);
    }

    /** The secret becomes a signing secret once, which then remembers the keys derived from it. */
    private static Optional<Loaded<Found<Caller>>> found(Optional<Loaded<Authenticator>> loaded) {
        return loaded.map(authenticator -> new Loaded<>(
                new Found<>(
                        authenticator.value().caller(),
                        SigningSecret.of(authenticator.value().secret())),
                authenticator.dependencies(),
                authenticator.weight()));
    }
}
