package io.claviger.storage.sqlite;

import io.claviger.storage.OpenFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a data directory by their names, and what they show if the database's is missing. */
public final class DataFiles {

    private static final String DATABASE = "claviger.db";

    private DataFiles() {}

    /** The database. */
    static Path database(Path directory) {
        return directory.resolve(DATABASE);
    }

    /** What SQLite keeps beside the database while it is open, or after a process was killed. */
    static List<Path> logs(Path directory) {
        return List.of(directory.resolve(DATABASE + "-wal"), directory.resolve(DATABASE + "-shm"));
    }

    /** The key that secrets are sealed with, unless it is given to the process. */
    public static Path sealingKey(Path directory) {
        return directory.resolve("sealing.key");
    }

    /** Whether the directory has no database yet, or an empty file in the place of one. */
    public static boolean isNew(Path directory) {
        try {
            return Files.size(database(directory)) == 0;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            // What cannot be looked at is not new; opening it says why.
            return false;
        }
    }

    /**
     * Refuses a directory whose database is missing or empty, although other files show that there was one.
     *
     * @throws OpenFailure then
     */
    static void refuseRemains(Path directory) {
        Optional<Path> remains = isNew(directory)
                ? logs(directory).stream()
                        .filter(Files::exists)
                        .findFirst()
                        .or(() -> Optional.of(sealingKey(directory)).filter(Files::exists))
                : Optional.empty();
        remains.ifPresent(file -> {
            throw lost(directory, file);
        });
    }

    /** The refusal of a new database where something shows that there was one before. */
    public static OpenFailure lost(Path directory, Path evidence) {
        return new OpenFailure("The database " + database(directory) + " is "
                + (Files.exists(database(directory)) ? "empty" : "missing") + ", but " + evidence
                + " shows that there was one: bring it back, or restore a backup with ./claviger restore. To begin with"
                + " a new account, name another directory, or move " + evidence + " away");
    }
}
