package io.claviger.storage.sealing;

import io.claviger.iam.Sealing;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.util.Optional;

/** A known text that the database keeps sealed, so that a wrong key is noticed when the database is opened. */
public final class SealingCheck {

    private static final String TEXT = "claviger";
    private static final String CONTEXT = "sealing-check";
    private static final String READ = "SELECT sealed FROM sealing_check";
    private static final String INSERT = "INSERT INTO sealing_check (id, sealed) VALUES (1, ?)";

    private SealingCheck() {}

    /**
     * Loads the key and checks that it is the database's; seals the known text if the database is new.
     *
     * @throws OpenFailure if the key is missing, damaged, or not the database's
     */
    public static Sealing sealing(Session session, SealingKey key) {
        Optional<byte[]> check = session.one(READ, row -> row.getBytes(1));
        Sealing sealing = SealingKeys.sealing(key, check.isEmpty());
        if (check.isEmpty()) {
            session.run(INSERT, sealing.seal(TEXT, CONTEXT));
        } else if (sealing.open(check.get(), CONTEXT).filter(TEXT::equals).isEmpty()) {
            String subject = switch (key) {
                case SealingKey.Given _ -> "The sealing key that was given";
                case SealingKey.Ephemeral() -> "A new sealing key";
                case SealingKey.InFile(var file) -> "The sealing key in " + file;
            };
            throw new OpenFailure(subject + " is not the one that the database was sealed with: bring back that one");
        }
        return sealing;
    }
}
