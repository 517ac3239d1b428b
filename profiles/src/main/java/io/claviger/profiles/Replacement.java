package io.claviger.profiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Puts other bytes in a file's place, all of them or none. */
final class Replacement {

    private static final int MAX_LINKS = 40;

    /** Asked before the new bytes take their place. */
    @FunctionalInterface
    interface Still {
        boolean holds() throws IOException;
    }

    private Replacement() {}

    /** The file that is meant: where links lead, whether or not it is there. */
    static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            return target.toRealPath();
        }
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(file.toString(), null, "too many links");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
        }
        return target;
    }

    /**
     * Refuses what its owner has said is not to be written: a new file could take its place nevertheless.
     */
    static void refuseUnwritable(Path target) throws IOException {
        if (Files.exists(target) && isReadOnly(target)) {
            throw new FileSystemException(target.toString(), null, "it is read-only");
        }
    }

    private static boolean isReadOnly(Path target) throws IOException {
        return !Files.isWritable(target)
                || (Ownership.hasPermissions(target)
                        && !Files.getPosixFilePermissions(target).contains(PosixFilePermission.OWNER_WRITE));
    }

    /** Makes the folder that a file is in, for its owner alone. */
    static void makeFolder(Path target) throws IOException {
        Path folder = folder(target);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownersAlone(target, "rwx------"));
            Ownership.give(folder, folder(folder));
        }
    }

    /**
     * Replaces, unless what was read before does not hold any more; says which. Called by one writer of a file at a time: what
     * lies beside it is of one that was killed, and goes.
     */
    static boolean replace(Path target, byte[] bytes, Still still) throws IOException {
        Path folder = folder(target);
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownersAlone(target, "rw-------"))) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            boolean there = Files.exists(target);
            if (!Ownership.give(beside, there ? target : folder) && there) {
                throw new FileSystemException(target.toString(), null, "it belongs to somebody else");
            }
            if (!still.holds()) {
                return false;
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
        return true;
    }

    /** The folder that a file is in. */
    static Path folder(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString(), null, "not a file");
        }
        return folder;
    }

    // Not every system lets a folder be opened; there the new name is on the disk when the system sees fit.
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return;
        }
    }

    /** The permissions, where files have any. */
    static FileAttribute<?>[] ownersAlone(Path path, String permissions) {
        return Ownership.hasPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
