package io.claviger.storage.sealing;

import io.claviger.iam.FormerSealing;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys that a database is sealed under: the one that it says is the present one, and those before and after it while
 * they overlap. What is sealed is sealed under the present key. Thread-safe.
 */
public final class SealingRing {

    /** What a transaction touches that changes which key is the present one, or what of the one before still counts. */
    public static final String ID = "sealing-key";

    private final SealingKey key;
    private volatile Held held;

    private record Held(Sealing present, Optional<FormerSealing> former, Optional<Sealing> next) {}

    private SealingRing(SealingKey key, Held held) {
        this.key = key;
        this.held = held;
    }

    /**
     * The keys of a database, which is sealed under the given key if it is new.
     *
     * @throws OpenFailure if the key is missing, damaged, or not the database's
     */
    public static SealingRing open(Session session, SealingKey key) {
        return new SealingRing(key, read(session, key));
    }

    private static Held read(Session session, SealingKey key) {
        Sealing present = SealingCheck.sealing(session, key);
        Optional<FormerSealing> former = FormerKey.read(session, present);
        // No switch, which would make code at run time, at each start of a server.
        Optional<Sealing> next = key instanceof SealingKey.Overlapping(var _, var following)
                ? Optional.of(SealingKeys.sealing(following))
                : Optional.empty();
        return new Held(present, former, next.filter(given -> former.stream().noneMatch(kept -> isSame(kept, given))));
    }

    /** Whether the key before was given as the one to come: its sessions may have been ended, and stay so. */
    private static boolean isSame(FormerSealing former, Sealing given) {
        return former.sealing().openBytes(given.sealBytes(new byte[0], ID), ID).isPresent();
    }

    /**
     * Reads again which key is the present one.
     *
     * @throws StoreFailure if it is one that was not given
     */
    public synchronized void reread(Session session) {
        try {
            held = read(session, key);
        } catch (OpenFailure e) {
            throw new StoreFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Makes the next of two keys the present one, in the writing transaction that is open, unless somebody else has done so.
     *
     * @param tokensUntil until when tokens under the one before may have been issued; empty if none of them is good any more
     */
    public static void turn(Session session, SealingKey.Overlapping keys, Optional<Instant> tokensUntil) {
        if (SealingCheck.isUnder(session, keys.next())) {
            if (tokensUntil.isEmpty()) {
                FormerKey.endSessions(session);
            }
            return;
        }
        Sealing next = SealingKeys.sealing(keys.next());
        SealingCheck.reseal(session, next);
        FormerKey.keep(session, KeyChange.given(keys.before(), keys.next()), next, tokensUntil.orElse(Instant.EPOCH));
    }

    /**
     * For secrets in rows, which any of the keys may have sealed. Seal within the transaction that writes the row: then it
     * is the key that is the present one for the whole transaction.
     */
    public Sealing secrets() {
        return new ByPresent(true);
    }

    /** For what is handed out and comes back, such as session tokens: what the key before sealed is not opened. */
    public Sealing messages() {
        return new ByPresent(false);
    }

    /** Seals under the present key, and opens what that, the next one or, if it is to, the former one sealed. */
    private final class ByPresent implements Sealing {

        private final boolean opensFormer;

        ByPresent(boolean opensFormer) {
            this.opensFormer = opensFormer;
        }

        @Override
        public byte[] sealBytes(byte[] plaintext, String context) {
            return held.present().sealBytes(plaintext, context);
        }

        @Override
        public Optional<byte[]> openBytes(byte[] sealed, String context) {
            Held now = held;
            return now.present()
                    .openBytes(sealed, context)
                    .or(() -> now.next().flatMap(next -> next.openBytes(sealed, context)))
                    .or(() -> now.former()
                            .filter(_ -> opensFormer)
                            .flatMap(former -> former.sealing().openBytes(sealed, context)));
        }
    }

    /** Whether the present key sealed it. */
    public boolean isPresent(byte[] sealed, String context) {
        return held.present().openBytes(sealed, context).isPresent();
    }

    /** The key before the present one, while the database keeps it. */
    public Optional<FormerSealing> former() {
        return held.former();
    }
}
