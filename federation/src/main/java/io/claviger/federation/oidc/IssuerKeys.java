package io.claviger.federation.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of issuers: from files, or fetched and kept. However many tokens come, and whatever they claim, an issuer is
 * asked no more often than {@link #FLOOR} allows. Thread-safe.
 */
public final class IssuerKeys {

    /** Keys older than this are fetched again; if that fails, they are used until they are {@link #OLDEST}. */
    static final Duration FRESH = Duration.ofMinutes(15);

    /** Keys older than this are not used: their issuer may have withdrawn them. */
    static final Duration OLDEST = Duration.ofHours(1);

    /** How long after one attempt to fetch an issuer's keys the next may begin. */
    static final Duration FLOOR = Duration.ofSeconds(30);

    /** The same while there are none that could be used. */
    static final Duration FLOOR_WITHOUT_KEYS = Duration.ofSeconds(5);

    private static final int MOST_ISSUERS = 1_000;

    private final KeyFiles files;
    private final KeyFetcher fetcher;
    private final Cache<Issuer, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_ISSUERS).build();

    /** Keys from these files; for all other issuers fetched. */
    public IssuerKeys(KeyFiles files, KeyFetcher fetcher) {
        this.files = files;
        this.fetcher = fetcher;
    }

    /**
     * The key that made a signature.
     *
     * @throws TokenRefused when the issuer has no such key, or its keys cannot be had
     */
    VerifyingKey find(Issuer issuer, JWSHeader header, Instant now) {
        Optional<KeySet> given = files.of(issuer.url());
        return given.isPresent()
                ? given.get().find(header).orElseThrow(TokenRefused::noKey)
                : kept.get(issuer, _ -> new Kept()).find(issuer, header, now);
    }

    /** One issuer's keys as they were fetched. */
    private final class Kept {

        private final ReentrantLock fetching = new ReentrantLock();
        private volatile @Nullable Fetched fetched;
        private volatile @Nullable Instant lastAttempt;
        private volatile @Nullable TokenRefused lastFailure;

        private record Fetched(KeySet keys, Instant at) {

            boolean isOlderThan(Duration age, Instant now) {
                return now.isAfter(at.plus(age));
            }
        }

        private VerifyingKey find(Issuer issuer, JWSHeader header, Instant now) {
            Fetched present = fetched;
            if (present != null && !present.isOlderThan(FRESH, now)) {
                Optional<VerifyingKey> key = present.keys().find(header);
                if (key.isPresent()) {
                    return key.get();
                }
            }
            fetchIfAllowed(issuer, now);
            Fetched latest = fetched;
            if (latest == null || latest.isOlderThan(OLDEST, now)) {
                TokenRefused failure = lastFailure;
                throw failure == null ? TokenRefused.noKey() : failure;
            }
            return latest.keys().find(header).orElseThrow(TokenRefused::noKey);
        }

        /** One thread fetches; the others wait for it, and then find that it has been done. */
        private void fetchIfAllowed(Issuer issuer, Instant now) {
            fetching.lock();
            try {
                Instant last = lastAttempt;
                Fetched present = fetched;
                Duration floor = present == null || present.isOlderThan(OLDEST, now) ? FLOOR_WITHOUT_KEYS : FLOOR;
                if (last != null && now.isBefore(last.plus(floor)) && !now.isBefore(last.minus(floor))) {
                    return;
                }
                lastAttempt = now;
                fetched = new Fetched(fetcher.fetch(issuer), now);
                lastFailure = null;
            } catch (TokenRefused failure) {
                lastFailure = failure;
            } finally {
                fetching.unlock();
            }
        }
    }
}
