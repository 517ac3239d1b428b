package io.claviger.storage.commit;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.KeyChange;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Seals all that a database keeps sealed under another key, in one transaction. */
public final class Resealing {

    private static final String KEYS = "SELECT id, secret FROM access_key";
    private static final String REPLACE_KEY = "UPDATE access_key SET secret = ? WHERE id = ?";
    private static final String SEEDS =
            "SELECT account_id || ':mfa' || path || name AS id, seed AS secret FROM mfa_device";
    private static final String REPLACE_SEED =
            "UPDATE mfa_device SET seed = ? WHERE account_id || ':mfa' || path || name = ?";

    private Resealing() {}

    private record Sealed(String id, SealedSecret secret) {}

    /**
     * What secrets are sealed for.
     *
     * @param accessKey gives the context for an access key's ID
     * @param mfaDevice gives the context for an MFA device's ID
     */
    public record Contexts(UnaryOperator<String> accessKey, UnaryOperator<String> mfaDevice) {}

    /**
     * Changes the key. If the process ends before this returns, the database opens with one of the two keys, and the next
     * opening finds out with which. The database is closed in the end.
     *
     * @param contexts what the secrets are sealed for
     * @return how many secrets there are
     * @throws OpenFailure if the key before is not the database's, a secret is damaged, or the disk fails
     */
    public static int run(Database database, KeyChange change, Contexts contexts) {
        try (database;
                Session session = database.writer()) {
            database.migrate(session);
            Sealing before = SealingCheck.sealing(session, change.before());
            Sealing next = change.prepare();
            database.beginWriting(session);
            int keys = each(session, KEYS, kept -> {
                String context = contexts.accessKey().apply(kept.id());
                String secret = before.open(kept.secret().bytes(), context)
                        .orElseThrow(() -> new OpenFailure("The secret of the access key " + kept.id()
                                + " is damaged: delete that key, and try again. Nothing was changed"));
                session.run(REPLACE_KEY, next.seal(secret, context), kept.id());
            });
            int seeds = each(session, SEEDS, kept -> {
                String context = contexts.mfaDevice().apply(kept.id());
                String seed = before.open(kept.secret().bytes(), context)
                        .orElseThrow(() -> new OpenFailure("The seed of the MFA device " + kept.id()
                                + " is damaged: delete that device, and try again. Nothing was changed"));
                session.run(REPLACE_SEED, next.seal(seed, context), kept.id());
            });
            SealingCheck.reseal(session, next);
            session.run("COMMIT");
            change.end();
            return keys + seeds;
        } catch (StoreFailure | IOException e) {
            throw new OpenFailure(database.name() + " cannot be sealed under another key: " + e.getMessage(), e);
        }
    }

    private static int each(Session session, String query, Consumer<Sealed> work) {
        List<Sealed> secrets =
                session.list(query, row -> new Sealed(row.getString("id"), new SealedSecret(row.getBytes("secret"))));
        secrets.forEach(work);
        return secrets.size();
    }
}
