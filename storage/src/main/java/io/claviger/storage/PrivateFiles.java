package io.claviger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and directories that only their owner can read, on file systems that have POSIX permissions. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Whether the file system of this file has POSIX permissions. */
    public static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /**
     * The attributes of a file or directory that is made within the given one; none if there are no permissions.
     *
     * @param permissions such as {@code rw-------}
     */
    public static FileAttribute<?>[] attributes(Path within, String permissions) throws IOException {
        return isPosix(within)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Writes a file that must not be there, for its owner alone, and makes its content survive a loss of power; its name
     * does after {@link #sync}.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes(directory == null ? file : directory, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the names in a directory survive a loss of power, if the system can; null is nothing to do. */
    public static void sync(@Nullable Path directory) throws IOException {
        if (directory == null || !isPosix(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
