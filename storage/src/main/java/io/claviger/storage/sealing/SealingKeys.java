package io.claviger.storage.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/** Reads sealing keys, and makes the file of a new one. */
final class SealingKeys {

    private static final int MAX_FILE_BYTES = 1024;

    private SealingKeys() {}

    /**
     * The sealing under the key; of two that overlap, the one before.
     *
     * @param mayCreate whether a key file that does not exist may be made: only while nothing is sealed yet
     * @throws OpenFailure if there is no key, or it is damaged
     */
    static TinkSealing sealing(SealingKey key, boolean mayCreate) {
        // No switch, which would make code at run time, at each start of a server.
        if (key instanceof SealingKey.InFile(Path file)) {
            try {
                return new TinkSealing(inFile(file.toAbsolutePath(), mayCreate));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        if (key instanceof SealingKey.Overlapping(var before, var _)) {
            return sealing(before);
        }
        return key instanceof SealingKey.Given given ? sealing(given) : TinkSealing.ephemeral();
    }

    /** The sealing under a key that was given. */
    static TinkSealing sealing(SealingKey.Given given) {
        return new TinkSealing(KeyText.bytes(given.key()));
    }

    /**
     * A key that there is, as text.
     *
     * @throws OpenFailure if it cannot be read, or ends with the store
     */
    static String text(SealingKey key) {
        return switch (key) {
            case SealingKey.Ephemeral() -> throw new OpenFailure("A key that ends with its store cannot be kept");
            case SealingKey.Given(String text) -> text;
            case SealingKey.Overlapping(var before, var _) -> before.key();
            case SealingKey.InFile(Path file) -> {
                try {
                    yield Files.readString(file, ISO_8859_1).strip();
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            }
        };
    }

    private static OpenFailure unreadable(Path file, IOException e) {
        return new OpenFailure("The sealing key in " + file + " cannot be read: " + FileTrouble.reason(e, file), e);
    }

    private static byte[] inFile(Path file, boolean mayCreate) throws IOException {
        if (!Files.exists(file)) {
            if (!mayCreate) {
                throw new OpenFailure("The sealing key " + file
                        + " is not there, but the database has secrets sealed with one: restore it from your backup, or"
                        + " start with the key in CLAVIGER_SEALING_KEY if it was given there before");
            }
            return create(file);
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw damaged(file);
        }
        try {
            return KeyText.bytes(Files.readString(file, ISO_8859_1).strip());
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static OpenFailure damaged(Path file) {
        return new OpenFailure("The sealing key in " + file + " " + KeyText.DAMAGED);
    }

    // The key is whole under its name or not there at all, no matter when the power fails.
    private static byte[] create(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null) {
            throw new IOException("it has no directory");
        }
        byte[] key = TinkSealing.newKey();
        Path unfinished = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        PrivateFiles.write(unfinished, (Base64.getEncoder().encodeToString(key) + "\n").getBytes(ISO_8859_1));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(directory);
        return key;
    }

    /** The file of the key that is to take the place of the one in a file. */
    static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** Puts the next key in the place of the one in the file. */
    static void promote(Path file) throws IOException {
        Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(file.toAbsolutePath().getParent());
    }
}
