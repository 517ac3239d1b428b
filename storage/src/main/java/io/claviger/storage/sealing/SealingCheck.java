package io.claviger.storage.sealing;

import io.claviger.iam.Sealing;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** A known text that the database keeps sealed, so that a wrong key is noticed when the database is opened. */
public final class SealingCheck {

    private static final String TEXT = "claviger";
    private static final String CONTEXT = "sealing-check";
    private static final String READ = "SELECT sealed FROM sealing_check";
    private static final String INSERT = "INSERT INTO sealing_check (id, sealed) VALUES (1, ?)";
    private static final String UPDATE = "UPDATE sealing_check SET sealed = ? WHERE id = 1";

    private SealingCheck() {}

    /**
     * Refuses a key's file beside a database that is new: the file is made after the database, so it is another's.
     *
     * @param database what to call the database: the subject of a sentence
     * @throws OpenFailure if there is such a file
     */
    public static void refuseKeyOfAnother(SealingKey key, String database) {
        if (key instanceof SealingKey.InFile(var file) && Files.exists(file)) {
            throw new OpenFailure(database + " is empty, but the sealing key " + file + " shows that there was another:"
                    + " bring it back, or restore a backup with ./claviger restore. To begin with a new account, name"
                    + " another directory, or move " + file + " away");
        }
    }

    /**
     * The database's key, of those that are given: loads it and checks that it is the database's; seals the known text if
     * the database is new. If a change of the key was interrupted after the database had taken the next one, this ends it.
     *
     * @throws OpenFailure if the key is missing, damaged, or not the database's
     */
    public static Sealing sealing(Session session, SealingKey key) {
        Optional<byte[]> check = session.one(READ, row -> row.getBytes(1));
        Sealing sealing = SealingKeys.sealing(key, check.isEmpty());
        if (check.isEmpty()) {
            session.run(INSERT, sealing.seal(TEXT, CONTEXT));
            return sealing;
        }
        if (opens(sealing, check.get())) {
            return sealing;
        }
        Sealing next = next(key, check.get()).orElseThrow(() -> notTheDatabases(key));
        if (key instanceof SealingKey.InFile(var file)) {
            try {
                SealingKeys.promote(file);
            } catch (IOException e) {
                throw new OpenFailure(
                        "The sealing key in " + file + " cannot be replaced by the next one: "
                                + FileTrouble.reason(e, file),
                        e);
            }
        }
        return next;
    }

    /**
     * Checks that the key, or the next one beside it, is the database's. Writes nothing.
     *
     * @throws OpenFailure if it is not
     */
    public static void require(Session session, SealingKey key) {
        byte[] check = session.one(READ, row -> row.getBytes(1))
                .orElseThrow(() -> new OpenFailure("The database was never opened with a sealing key"));
        if (!opens(SealingKeys.sealing(key, false), check) && next(key, check).isEmpty()) {
            throw notTheDatabases(key);
        }
    }

    /** Whether the database says that this key is the present one. */
    public static boolean isUnder(Session session, SealingKey key) {
        return session.one(READ, row -> row.getBytes(1))
                .filter(check -> opens(SealingKeys.sealing(key, false), check))
                .isPresent();
    }

    /** Seals the known text under another key, in the writing transaction that is open. */
    public static void reseal(Session session, Sealing sealing) {
        session.run(UPDATE, sealing.seal(TEXT, CONTEXT));
    }

    private static boolean opens(Sealing sealing, byte[] check) {
        return sealing.open(check, CONTEXT).filter(TEXT::equals).isPresent();
    }

    private static Optional<Sealing> next(SealingKey key, byte[] check) {
        if (key instanceof SealingKey.InFile(var file) && Files.exists(SealingKeys.next(file))) {
            Sealing next = SealingKeys.sealing(new SealingKey.InFile(SealingKeys.next(file)), false);
            return Optional.of(next).filter(sealing -> opens(sealing, check));
        }
        if (key instanceof SealingKey.Overlapping(var _, var next)) {
            return Optional.of(SealingKeys.sealing(next))
                    .filter(sealing -> opens(sealing, check))
                    .map(Sealing.class::cast);
        }
        return Optional.empty();
    }

    private static OpenFailure notTheDatabases(SealingKey key) {
        String subject = switch (key) {
            case SealingKey.Given _ -> "The sealing key that was given";
            case SealingKey.Overlapping _ -> "Neither of the two sealing keys that were given";
            case SealingKey.Ephemeral() -> "A new sealing key";
            case SealingKey.InFile(var file) -> "The sealing key in " + file;
        };
        String verb = key instanceof SealingKey.Overlapping ? " is" : " is not";
        return new OpenFailure(subject + verb + " the one that the database was sealed with: bring back that one");
    }
}
