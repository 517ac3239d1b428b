package io.claviger.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory that is this process' user's alone. It is made with mode 700 if it does not exist. One that exists must
 * belong to that user, and is made 700 again
 *
 * <ul>
 *   <li>if it is empty: nobody can rely on its being open yet;
 *   <li>if only the group may use it: Kubernetes gives a volume's directories to the group of {@code fsGroup} each time it
 *       mounts the volume.
 * </ul>
 *
 * <p>If it is open to everybody and holds something, it is refused, because somebody may rely on that. On a file system
 * without POSIX permissions only that it can be written is checked.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/">Kubernetes on fsGroup</a>
 */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> EVERYBODYS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    /** What a new file system has at its root. */
    private static final String LOST_AND_FOUND = "lost+found";

    private final Path directory;
    private final String name;

    private PrivateDirectory(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /**
     * Makes or checks the directory, and gives its absolute path.
     *
     * @param what what to call it, such as "data directory"
     * @throws OpenFailure if it is not a directory, belongs to somebody else, is open to everybody, or cannot be written
     */
    public static Path prepare(Path path, String what) {
        Path directory = path.toAbsolutePath().normalize();
        PrivateDirectory prepared = new PrivateDirectory(directory, "The " + what + " " + directory);
        try {
            if (Files.exists(directory)) {
                prepared.check();
            } else {
                prepared.create();
            }
            return directory;
        } catch (IOException e) {
            throw new OpenFailure(prepared.name + " cannot be used: " + FileTrouble.reason(e, directory), e);
        }
    }

    private void create() throws IOException {
        Path parent = directory.getParent();
        if (parent == null) {
            throw new IOException("it has no parent");
        }
        Files.createDirectories(parent);
        try {
            Files.createDirectory(directory, PrivateFiles.attributes(parent, "rwx------"));
        } catch (NoSuchFileException e) {
            throw new OpenFailure(name + " cannot be made: the system makes none in " + parent + ". Name another", e);
        }
        PrivateFiles.sync(parent);
    }

    private void check() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new OpenFailure(name + " is not a directory");
        }
        UserPrincipal owner = Files.getOwner(directory);
        UserPrincipal we;
        try {
            we = ownerOfAFileMadeHere();
        } catch (AccessDeniedException e) {
            throw new OpenFailure(name + " cannot be written: it belongs to " + owner.getName(), e);
        }
        if (!PrivateFiles.isPosix(directory)) {
            return;
        }
        if (!we.equals(owner)) {
            throw new OpenFailure(name + " belongs to " + owner.getName() + ", and this process runs as " + we.getName()
                    + ". Run: chown " + we.getName() + " " + directory
                    + " -- or name a directory within it that does not exist yet, such as "
                    + directory.resolve("claviger") + ": it is made for its owner alone");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        if (permissions.equals(OWNERS)) {
            return;
        }
        if (permissions.stream().anyMatch(EVERYBODYS::contains) && !isEmpty()) {
            throw new OpenFailure(name + " is open to others than its owner ("
                    + PosixFilePermissions.toString(permissions) + "). Run: chmod 700 " + directory
                    + " -- or name a directory that does not exist yet: it is made for its owner alone");
        }
        Files.setPosixFilePermissions(directory, OWNERS);
    }

    /** Shows as well that files can be made here. */
    private UserPrincipal ownerOfAFileMadeHere() throws IOException {
        Path probe = Files.createTempFile(directory, ".claviger", ".probe");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.allMatch(file -> file.endsWith(LOST_AND_FOUND));
        }
    }
}
