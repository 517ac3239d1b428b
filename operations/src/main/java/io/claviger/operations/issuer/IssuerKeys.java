package io.claviger.operations.issuer;

import io.claviger.federation.issuer.SigningAlgorithm;
import io.claviger.federation.issuer.SigningKeyPair;
import io.claviger.iam.IssuerKey;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The keys with which accounts sign tokens. A key is made when it is first needed and signs for {@link #SIGNS}. The next
 * one is made, and published, {@link #AHEAD} of that, so that everybody knows it before they see a token of it. The one
 * before stays published until no token of it can be alive. Thread-safe.
 */
public final class IssuerKeys {

    static final Duration SIGNS = Duration.ofDays(90);

    /** Longer than anybody may keep the published keys. */
    static final Duration AHEAD = Duration.ofDays(1);

    /** The longest life of a token, which is an hour, and another one for clocks that differ. */
    static final Duration KEPT = Duration.ofHours(2);

    private final Sealing sealing;

    /** Seals what signs. */
    public IssuerKeys(Sealing sealing) {
        this.sealing = sealing;
    }

    /** What the key of an ID is sealed for: that key alone. */
    public static String context(String id) {
        return "issuer-key:" + id;
    }

    /** The key pair that signs now. If there is none yet, or the next one is due, it is made. */
    SigningKeyPair signing(Transactions store, String accountId, SigningAlgorithm algorithm, Instant now) {
        List<IssuerKey> keys = store.read(reading -> of(reading, accountId, algorithm));
        if (isNextDue(keys, now)) {
            // Outside of the transaction, which holds up everybody else's.
            SigningKeyPair made = SigningKeyPair.generate(algorithm);
            keys = store.write(writing -> renewed(writing, accountId, algorithm, made, now));
        }
        return open(algorithm, signingAt(keys, now));
    }

    private List<IssuerKey> renewed(
            Writing writing, String accountId, SigningAlgorithm algorithm, SigningKeyPair made, Instant now) {
        List<IssuerKey> keys = of(writing, accountId, algorithm);
        if (isNextDue(keys, now)) {
            Instant created = now.truncatedTo(ChronoUnit.SECONDS);
            writing.insert(new IssuerKey(
                    accountId,
                    made.id(),
                    algorithm.name(),
                    created,
                    keys.isEmpty() ? created : signsFrom(keys.getLast(), created),
                    made.publicKey(),
                    new SealedSecret(sealing.seal(made.privateKey(), context(made.id())))));
            keys.stream().filter(key -> !isPublished(key, keys, now)).forEach(writing::delete);
        }
        return of(writing, accountId, algorithm);
    }

    private static Instant signsFrom(IssuerKey before, Instant created) {
        Instant due = before.signsFrom().plus(SIGNS);
        Instant known = created.plus(AHEAD);
        return due.isAfter(known) ? due : known;
    }

    private static boolean isNextDue(List<IssuerKey> keys, Instant now) {
        return keys.isEmpty()
                || !now.isBefore(keys.getLast().signsFrom().plus(SIGNS).minus(AHEAD));
    }

    /** The latest that signs already; before its time the first one, if clocks differ. */
    private static IssuerKey signingAt(List<IssuerKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((_, later) -> later)
                .orElseGet(keys::getFirst);
    }

    private SigningKeyPair open(SigningAlgorithm algorithm, IssuerKey key) {
        return sealing.open(key.privateKey().bytes(), context(key.id()))
                .map(secret -> SigningKeyPair.of(algorithm, secret))
                .orElseThrow(() -> new IllegalStateException("the key " + key.id() + " cannot be opened"));
    }

    /** The account's public keys by which tokens can be verified now, as JSON web keys. */
    static List<String> published(Reading reading, String accountId, Instant now) {
        List<IssuerKey> keys = reading.issuers().keys(accountId);
        return keys.stream()
                .filter(key -> isPublished(key, keys, now))
                .map(IssuerKey::publicKey)
                .toList();
    }

    /** Whether it still signs, or will, or a token of it can be alive. */
    private static boolean isPublished(IssuerKey key, List<IssuerKey> all, Instant now) {
        return all.stream()
                .filter(other -> other.algorithm().equals(key.algorithm())
                        && other.signsFrom().isAfter(key.signsFrom()))
                .noneMatch(next -> next.signsFrom().plus(KEPT).isBefore(now));
    }

    private static List<IssuerKey> of(Reading reading, String accountId, SigningAlgorithm algorithm) {
        return reading.issuers().keys(accountId).stream()
                .filter(key -> key.algorithm().equals(algorithm.name()))
                .toList();
    }
}
