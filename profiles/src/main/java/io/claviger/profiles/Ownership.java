package io.claviger.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * Whose a file is. What root makes in somebody's home, as a command behind {@code sudo} does, has to be that person's: nobody
 * else could read it.
 */
final class Ownership {

    private Ownership() {}

    /** Gives what was made to the owner of the other; says whether it is theirs now, or files have no owners here. */
    static boolean give(Path made, Path other) throws IOException {
        if (!hasPermissions(made)) {
            return true;
        }
        UserPrincipal owner = Files.getOwner(other);
        if (!owner.equals(Files.getOwner(made))) {
            try {
                Files.setOwner(made, owner);
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }

    /** Whether files have owners and permissions here. */
    static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
