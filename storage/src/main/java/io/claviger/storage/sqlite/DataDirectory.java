package io.claviger.storage.sqlite;

import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.PrivateDirectory;
import io.claviger.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The directory of the database, a {@link PrivateDirectory}, held by this process alone as long as it is open. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "claviger.lock";

    private final Path directory;
    private final FileChannel lock;
    private final boolean isNew;

    private DataDirectory(Path directory, FileChannel lock, boolean isNew) {
        this.directory = directory;
        this.lock = lock;
        this.isNew = isNew;
    }

    /**
     * Takes the directory, which is made if it does not exist.
     *
     * @throws OpenFailure if it is no directory, is open to others, is in use, or cannot be written
     */
    static DataDirectory open(Path path) {
        Path directory = PrivateDirectory.prepare(path, "data directory");
        try {
            boolean isNew = Files.notExists(directory.resolve(LOCK));
            return new DataDirectory(directory, locked(directory), isNew);
        } catch (IOException e) {
            throw new OpenFailure(
                    "The data directory " + directory + " cannot be used: " + FileTrouble.reason(e, directory), e);
        }
    }

    /**
     * The database's file, made for its owner alone if it does not exist; SQLite gives its other files the same mode.
     *
     * @throws OpenFailure if there was a database before, of which other files are left
     */
    Path database() throws IOException {
        Path file = DataFiles.database(directory);
        DataFiles.refuseRemains(directory);
        try {
            Files.createFile(file, PrivateFiles.attributes(directory, "rw-------"));
            PrivateFiles.sync(directory);
        } catch (FileAlreadyExistsException e) {
            return file;
        }
        return file;
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path file = directory.resolve(LOCK);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PrivateFiles.attributes(directory, "rw-------"));
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            taken = null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (taken == null || Files.notExists(file)) {
            channel.close();
            throw new OpenFailure("The data directory " + directory
                    + " is in use by another Claviger: stop it, or name another directory");
        }
        return channel;
    }

    /** Where it is, absolute. */
    Path path() {
        return directory;
    }

    /** Removes the lock if it was not there before: nothing came of taking the directory. */
    void leave() throws IOException {
        if (isNew) {
            Files.deleteIfExists(directory.resolve(LOCK));
        }
    }

    /** Lets others take the directory because something failed, and notes there if that fails too. */
    void letGo(Exception because) {
        try {
            close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Lets others take the directory. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
