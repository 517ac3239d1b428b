package io.claviger.cmdlets.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The prompt's history: what holds a secret is not kept, and only its owner reads the file. */
final class KeptLines extends DefaultHistory {

    /**
     * A parameter that takes a secret, however it is abbreviated, or a name that tells of one and is given a value; a command
     * that takes one by its place; what looks like a secret access key, a private key or an address with a password.
     */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(^|[\\s{(;|,])-(sec\\w*|sk|st|ses\\w*|pas\\w*|newp\\w*|old\\w*|pri|priv\\w*|addp\\w*|sa|sam|saml|samla\\w*"
                    + "|\\w*(secret|password|token)\\w*)(\\s|:)"
                    + "|(secret|password|token)\\w*['\"]?\\s*[=:]"
                    + "|(set|new)-variable\\b.*(secret|password|token)"
                    + "|edit-iampassword\\s+[^\\s|;)}]"
                    + "|(new|update)-iamloginprofile\\b(?!\\s*(-u\\w*[\\s:]+\\S+|\\S+)?\\s*($|[|;)}]))"
                    + "|(?<![\\w/+=])[a-z0-9/+]{40}(?![\\w/+=])"
                    + "|-----BEGIN"
                    + "|://[^\\s/@:]+:[^\\s/@]+@");

    @Override
    public void add(Instant time, String line) {
        if (!holdsSecret(line)) {
            super.add(time, line);
        }
    }

    /** Whether a line looks as if a secret stands in it. Rather one line too many than one too few. */
    static boolean holdsSecret(String line) {
        return SECRET.matcher(line).find();
    }

    /**
     * The file, made if it is missing, which only its owner reads; {@code claviger/history} in the folder for states of the
     * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>. Empty when there can be
     * none.
     */
    static Optional<Path> file(Map<String, String> environment, Path home) {
        String given = environment.getOrDefault("XDG_STATE_HOME", "");
        Path states = given.isEmpty() || !Path.of(given).isAbsolute() ? home.resolve(".local/state") : Path.of(given);
        Path file = states.resolve("claviger").resolve("history");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return Optional.of(file);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
