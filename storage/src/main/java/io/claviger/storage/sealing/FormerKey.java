package io.claviger.storage.sealing;

import io.claviger.iam.FormerSealing;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.storage.sql.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * The sealing key before this one, which the database keeps sealed under this one. So every server that opens the database
 * opens session tokens of both, and secrets that are still to be sealed under this one.
 */
public final class FormerKey {

    private static final String CONTEXT = "former-sealing-key";
    private static final String READ = "SELECT sealed, replaced FROM former_sealing_key";
    private static final String FORGET = "DELETE FROM former_sealing_key";
    private static final String END_SESSIONS = "UPDATE former_sealing_key SET replaced = 0";
    private static final String KEEP = "INSERT INTO former_sealing_key (id, sealed, replaced) VALUES (1, ?, ?)";

    private FormerKey() {}

    private record Row(SealedSecret sealed, long replaced) {}

    /** What the key before opens; empty if none is kept, or what is kept is damaged. */
    public static Optional<FormerSealing> read(Session session, Sealing sealing) {
        return session.one(READ, row -> new Row(new SealedSecret(row.getBytes("sealed")), row.getLong("replaced")))
                .flatMap(row -> sealing.open(row.sealed().bytes(), CONTEXT)
                        .map(key -> new FormerSealing(
                                SealingKeys.sealing(new SealingKey.Given(key)),
                                Instant.ofEpochSecond(row.replaced()))));
    }

    /** Keeps the key before, in the writing transaction that is open. */
    public static void keep(Session session, KeyChange change, Sealing next, Instant now) {
        forget(session);
        session.run(KEEP, next.seal(SealingKeys.text(change.before()), CONTEXT), now.getEpochSecond());
    }

    /** Keeps it for secrets alone: no session token under it is good any more. In the writing transaction that is open. */
    public static void endSessions(Session session) {
        session.run(END_SESSIONS);
    }

    /** Keeps none, in the writing transaction that is open. */
    public static void forget(Session session) {
        session.run(FORGET);
    }
}
