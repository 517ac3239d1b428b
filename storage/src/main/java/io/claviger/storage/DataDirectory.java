package io.claviger.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the database, held by this process alone as long as it is open. Made for its owner's eyes only; one
 * that others can enter is refused rather than tightened, since the one who opened it to them may rely upon it. On a file
 * system without POSIX permissions nothing is asked.
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
     * Makes the directory if it is not there, and takes it.
     *
     * @throws OpenFailure when it is no directory, is open to others, is in use, or cannot be written
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

    /** The database's file, made if it is not there, for its owner alone; SQLite gives its other files the same mode. */
    Path database() throws IOException {
        Path file = directory.resolve("claviger.db");
        try {
            Files.createFile(file, privately(directory, "rw-------"));
            sync(directory);
        } catch (FileAlreadyExistsException e) {
            return file;
        }
        return file;
    }

    /** Makes the names in a directory survive a loss of power, where the system can. */
    static void sync(@Nullable Path directory) throws IOException {
        if (directory == null || !isPosix(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The attributes of a file or directory that is made within the given one; none where there are no permissions. */
    static FileAttribute<?>[] privately(Path within, String permissions) throws IOException {
        return isPosix(within)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null) {
            throw new IOException("it has no parent");
        }
        Files.createDirectories(parent);
        Files.createDirectory(directory, privately(parent, "rwx------"));
        sync(parent);
    }

    private static void check(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new OpenFailure("The data directory " + directory + " is not a directory");
        }
        if (!isPosix(directory)) {
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
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), privately(directory, "rw-------"));
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

    /** Lets others take the directory. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
