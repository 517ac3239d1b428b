package io.claviger.storage.sqlite;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.PrivateFiles;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Copies of a database in one file each, for its owner alone. A copy has its name only when it is whole and was verified:
 * SQLite finds it sound, and the sealing key opens it. No file is ever written over.
 *
 * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>
 */
public final class Backup {

    private static final String COPY = "VACUUM INTO ?";

    private Backup() {}

    /**
     * Copies one state of a directory's database into a file, while a server may be writing.
     *
     * @throws OpenFailure if there is no database, the file exists, or the copy cannot be written or verified
     */
    public static void write(Path directory, SealingKey key, Path file) {
        Path database = DataFiles.database(directory);
        if (DataFiles.isNew(directory)) {
            throw new OpenFailure("There is no database " + database);
        }
        if (Files.exists(file)) {
            throw new OpenFailure(file + " exists already, and no backup is written over: name another file");
        }
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        if (!Files.isDirectory(folder)) {
            throw new OpenFailure(
                    "The backup " + file + " cannot be written: there is no directory " + folder + ". Make it first");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            PrivateFiles.write(unfinished, new byte[0]);
            try (Session session = SqliteSessions.copier(database)) {
                session.run(COPY, unfinished.toAbsolutePath().toString());
            }
            verify(unfinished, key, "The backup");
            // Without REPLACE_EXISTING: what came into its place meanwhile stays.
            Files.move(unfinished, file);
            PrivateFiles.sync(folder);
        } catch (NoSuchFileException e) {
            throw new OpenFailure(
                    "The backup " + file + " cannot be written: the system makes no file in " + folder
                            + ". Name another",
                    e);
        } catch (IOException | StoreFailure e) {
            throw remove(
                    unfinished,
                    new OpenFailure("The backup " + file + " cannot be written: " + FileTrouble.reason(e, file), e));
        } catch (OpenFailure e) {
            throw remove(unfinished, e);
        }
    }

    /**
     * Puts a copy in the place of a directory's database, which must be missing or empty. Holds the directory meanwhile,
     * so no server can. If it fails, it leaves no file behind.
     *
     * @throws OpenFailure if the directory has a database or is in use, or the copy cannot be read or verified
     */
    public static void restore(Path file, Path path, SealingKey key) {
        if (!Files.isRegularFile(file)) {
            throw new OpenFailure("There is no backup " + file);
        }
        if (Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
            throw new OpenFailure(file + " is a database with a write-ahead log beside it, and no backup: part of it is"
                    + " in the log. Make backups with ./claviger backup");
        }
        try (DataDirectory directory = DataDirectory.open(path)) {
            try {
                restore(file, directory, key);
            } catch (IOException | StoreFailure | OpenFailure e) {
                directory.leave();
                throw e;
            }
        } catch (IOException | StoreFailure e) {
            throw new OpenFailure("The backup " + file + " cannot be restored: " + FileTrouble.reason(e, file), e);
        }
    }

    private static void restore(Path file, DataDirectory directory, SealingKey key) throws IOException {
        Path database = DataFiles.database(directory.path());
        if (!DataFiles.isNew(directory.path())) {
            throw new OpenFailure("There is a database " + database
                    + " already, and none is written over: name another directory, or move it away");
        }
        for (Path log : DataFiles.logs(directory.path())) {
            if (Files.exists(log)) {
                throw new OpenFailure(
                        log + " is left of another database, and would be taken for this one's: move it" + " away");
            }
        }
        Path unfinished = database.resolveSibling(database.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            PrivateFiles.write(unfinished, new byte[0]);
            try (FileChannel from = FileChannel.open(file);
                    FileChannel to = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                for (long at = 0; at < from.size(); ) {
                    at += from.transferTo(at, from.size() - at, to);
                }
            }
            verify(unfinished, key, "The backup " + file);
            Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(directory.path());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void verify(Path copy, SealingKey key, String name) throws IOException {
        try (Session session = SqliteSessions.copier(copy)) {
            SqliteDatabase.MIGRATIONS.require(session, name);
            List<String> findings = session.list("PRAGMA integrity_check", row -> row.getString(1));
            if (!findings.equals(List.of("ok")) || session.exists("PRAGMA foreign_key_check")) {
                throw new OpenFailure(name + " is damaged: " + String.join("; ", findings));
            }
            SealingCheck.require(session, key);
        } catch (StoreFailure e) {
            throw new OpenFailure(name + " is damaged, or is not a database of Claviger: " + e.getMessage(), e);
        }
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static OpenFailure remove(Path unfinished, OpenFailure because) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
        return because;
    }
}
