package io.claviger.federation.oidc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of issuers that are given as JWKS documents, for issuers that cannot be reached. A file that is replaced is
 * read again at the next token. Thread-safe.
 */
public final class KeyFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFiles.class);

    private final Map<String, Given> byIssuer = new LinkedHashMap<>();

    /**
     * Reads the files.
     *
     * @param files by issuer, such as {@code https://issuer.example}
     * @throws IllegalArgumentException when one cannot be used; the message says which, and why
     */
    public KeyFiles(Map<String, Path> files) {
        files.forEach((issuer, file) -> byIssuer.put(issuer, new Given(file)));
    }

    /** The keys of an issuer; empty when no file gives them. */
    Optional<KeySet> of(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer)).map(Given::keys);
    }

    /** Whether a file gives the keys of this issuer. */
    public boolean gives(String issuer) {
        return byIssuer.containsKey(issuer);
    }

    private static final class Given {

        private final Path file;
        private volatile Read read;

        private record Read(FileTime modified, KeySet keys) {}

        Given(Path file) {
            this.file = file;
            try {
                this.read = new Read(Files.getLastModifiedTime(file), KeySet.parse(Files.readString(file)));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(file + " cannot be used as a JSON Web Key Set: " + said(e), e);
            }
        }

        KeySet keys() {
            Read present = read;
            try {
                FileTime modified = Files.getLastModifiedTime(file);
                if (!modified.equals(present.modified())) {
                    present = new Read(modified, KeySet.parse(Files.readString(file)));
                    read = present;
                }
            } catch (IOException | IllegalArgumentException e) {
                // Half a file, or none: somebody is replacing it.
                LOG.warn("{} cannot be read again, its keys stay as they were: {}", file, said(e));
            }
            return present.keys();
        }

        private static String said(Exception e) {
            return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
        }
    }
}
