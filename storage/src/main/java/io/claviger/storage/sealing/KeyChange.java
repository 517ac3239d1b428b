package io.claviger.storage.sealing;

import io.claviger.iam.Sealing;
import io.claviger.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From one sealing key to the next. The next key is on the disk before the database takes it, and takes the place of the
 * one before afterwards: at any moment, one of the two opens the database, and opening it finds out which.
 *
 * @param kept where the key before is kept, because backups may need it; empty if it was given
 */
public record KeyChange(SealingKey before, SealingKey next, Optional<Path> kept) {

    /** Between two keys that are given; nothing is on the disk. */
    public static KeyChange given(SealingKey.Given before, SealingKey.Given next) {
        return new KeyChange(before, next, Optional.empty());
    }

    /**
     * From the key in a file to a new one, or to the one that an interrupted change left.
     *
     * @param kept a file that does not exist yet, for the key before
     */
    public static KeyChange inFile(Path file, Path kept) {
        return new KeyChange(
                new SealingKey.InFile(file), new SealingKey.InFile(SealingKeys.next(file)), Optional.of(kept));
    }

    /** The sealing under the next key, which is on the disk then, as is the copy of the one before. */
    public Sealing prepare() throws IOException {
        if (before instanceof SealingKey.InFile(var file) && kept.isPresent()) {
            PrivateFiles.write(kept.get(), Files.readAllBytes(file));
            PrivateFiles.sync(file.toAbsolutePath().getParent());
        }
        return SealingKeys.sealing(next, true);
    }

    /** Puts the next key in the place of the one before: the database has taken it. */
    public void end() throws IOException {
        if (before instanceof SealingKey.InFile(var file)) {
            SealingKeys.promote(file);
        }
    }
}
