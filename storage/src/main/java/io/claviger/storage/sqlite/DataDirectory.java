package io.claviger.storage.sqlite;

import io.claviger.storage.OpenFailure;
import io.claviger.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The directory of the database, held by this process alone as long as it is open. Made for its owner's eyes only. A
 * directory that others can enter is refused rather than tightened, because somebody may rely on its being open. On a
 * file system without POSIX permissions nothing is checked.
 */
final class DataDirectory implements AutoCloseable {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes the directory, which is made if it does not exist.
     *
     * @throws OpenFailure if it is no directory, is open to others, is in use, or cannot be written
     */
    static DataDirectory open(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(directory)) {
                check(directory);
            } else {
                create(directory);
            }
            return new DataDirectory(directory, locked(directory));
        } catch (IOException e) {
            throw new OpenFailure("The data directory " + directory + " cannot be used: " + e, e);
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

    private static void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null) {
            throw new IOException("it has no parent");
        }
        Files.createDirectories(parent);
        Files.createDirectory(directory, PrivateFiles.attributes(parent, "rwx------"));
        PrivateFiles.sync(parent);
    }

    private static void check(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new OpenFailure("The data directory " + directory + " is not a directory");
        }
        if (!PrivateFiles.isPosix(directory)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new OpenFailure("The data directory " + directory + " is open to others than its owner ("
                    + PosixFilePermissions.toString(permissions) + "). Run: chmod 700 " + directory
                    + " -- or name a directory that does not exist yet: it is made for its owner alone");
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path file = directory.resolve("claviger.lock");
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
        if (taken == null) {
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
