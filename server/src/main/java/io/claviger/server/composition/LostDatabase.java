package io.claviger.server.composition;

import io.claviger.server.audit.AuditDirectory;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sqlite.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A database that is missing, or empty, although the audit trail shows that it was served before. */
final class LostDatabase {

    /** A file of the trail, written to or put away; only a server that served has made one. */
    private static final Pattern TRAIL = Pattern.compile(".+\\.jsonl(\\.gz)?");

    private LostDatabase() {}

    /**
     * Refuses to take such a database for a new one.
     *
     * @throws OpenFailure if the database is missing or empty, and its audit trail is not
     */
    static void refuse(Settings settings) {
        if (settings.data() instanceof DataLocation.Directory data && DataFiles.isNew(data.path())) {
            settings.audit()
                    .map(AuditDirectory.Settings::directory)
                    .flatMap(LostDatabase::trail)
                    .ifPresent(file -> {
                        throw DataFiles.lost(data.path(), file);
                    });
        }
    }

    private static Optional<Path> trail(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(
                            file -> TRAIL.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OpenFailure(
                    "The audit trail in " + directory + " cannot be looked at: " + FileTrouble.reason(e, directory), e);
        }
    }
}
