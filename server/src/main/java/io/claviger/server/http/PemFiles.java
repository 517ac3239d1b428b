package io.claviger.server.http;

import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The files of a certificate and of its key, and what was in them when they were read.
 *
 * @param certificate the server's certificate, then those that lead to its root
 * @param key the certificate's private key
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isSame alone
record PemFiles(Path certificate, byte[] certificateBytes, Path key, byte[] keyBytes) {

    private static final int MAX_BYTES = 1024 * 1024;

    /**
     * Reads the files.
     *
     * @throws UnusableTls saying which file cannot be read, and why
     */
    static PemFiles read(Path certificate, Path key) {
        return new PemFiles(certificate, bytes(certificate), key, bytes(key));
    }

    /** The same files, as they are now. */
    PemFiles again() {
        return read(certificate, key);
    }

    /** Whether the other has the same content. */
    boolean isSame(PemFiles other) {
        return Arrays.equals(certificateBytes, other.certificateBytes) && Arrays.equals(keyBytes, other.keyBytes);
    }

    static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnusableTls(file + " is too large to be a certificate or a key", null);
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableTls("cannot read " + file + ": " + FileTrouble.reason(e, file), e);
        }
    }

    /** The files' names only. */
    @Override
    public String toString() {
        return "PemFiles[" + certificate + ", " + key + "]";
    }
}
