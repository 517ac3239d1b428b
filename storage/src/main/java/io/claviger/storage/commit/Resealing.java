package io.claviger.storage.commit;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.FormerKey;
import io.claviger.storage.sealing.KeyChange;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Seals all that a database keeps sealed under another key, in one transaction. */
public final class Resealing {

    private Resealing() {}

    private record Sealed(String id, SealedSecret secret) {}

    /**
     * Changes the key. If the process ends before this returns, the database opens with one of the two keys, and the next
     * opening finds out with which. The database is closed in the end.
     *
     * @param context gives the context that the secret of an ID is sealed for
     * @param keptFrom when the key before was replaced, if session tokens under it stay good; empty if they end
     * @return how many secrets there are
     * @throws OpenFailure if the key before is not the database's, a secret is damaged, or the disk fails
     */
    public static int run(
            Database database,
            KeyChange change,
            BiFunction<SealedColumn, String, String> context,
            Optional<Instant> keptFrom) {
        try (database;
                Session session = database.writer()) {
            database.migrate(session);
            Sealing before = SealingRing.open(session, change.before()).secrets();
            Sealing next = change.prepare();
            database.beginWriting(session);
            int secrets = 0;
            for (SealedColumn column : SealedColumn.values()) {
                secrets += reseal(session, column, before, next, id -> context.apply(column, id));
            }
            SealingCheck.reseal(session, next);
            keptFrom.ifPresentOrElse(
                    now -> FormerKey.keep(session, change, next, now), () -> FormerKey.forget(session));
            session.run("COMMIT");
            change.end();
            return secrets;
        } catch (StoreFailure | IOException e) {
            throw new OpenFailure(database.name() + " cannot be sealed under another key: " + e.getMessage(), e);
        }
    }

    private static int reseal(
            Session session, SealedColumn column, Sealing before, Sealing next, UnaryOperator<String> context) {
        List<Sealed> secrets =
                session.list(column.select(), row -> new Sealed(row.getString(1), new SealedSecret(row.getBytes(2))));
        for (Sealed sealed : secrets) {
            String sealedFor = context.apply(sealed.id());
            String secret = before.open(sealed.secret().bytes(), sealedFor)
                    .orElseThrow(() -> new OpenFailure(column.damaged(sealed.id()) + ". Nothing was changed"));
            session.run(column.replace(), next.seal(secret, sealedFor), sealed.id());
        }
        return secrets.size();
    }
}
