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

/** The prompt's history. Lines with secrets are not kept, and only the file's owner can read it. */
final class PromptHistory extends DefaultHistory {

    /**
     * A parameter for a secret, also abbreviated; a name that suggests a secret, with a value; a command that takes a
     * secret by position; what looks like a secret access key, a private key or an address with a password.
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

    /** Whether a line seems to contain a secret. If in doubt, it does. */
    static boolean holdsSecret(String line) {
        return SECRET.matcher(line).find();
    }

    /**
     * The history file, created if it is missing, readable by its owner only: {@code claviger/history} in the state
     * folder of the <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>.
     * Empty if it cannot be created.
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
