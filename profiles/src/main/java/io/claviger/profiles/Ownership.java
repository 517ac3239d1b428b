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

    /** Gives what was made to whoever has the other; says whether it is theirs now, or files are nobody's here. */
    static boolean give(Path made, Path other) throws IOException {
        if (!Replacement.hasPermissions(made)) {
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
}
