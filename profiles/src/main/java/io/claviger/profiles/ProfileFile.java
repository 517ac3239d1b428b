package io.claviger.profiles;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A file of profiles, read and edited in place. An edit is there whole or not at all: it is written beside the file, to the
 * disk, and takes its place; a link is followed and stays. The file, and a folder that had to be made, are their owner's
 * alone. Safe for use by several threads and processes: writers wait for each other for ten seconds.
 *
 * @param file its path
 * @param kind which of the two it is
 */
public record ProfileFile(Path file, FileKind kind) {

    private static final int MAX_BYTES = 1 << 20;
    private static final int TRIES = 5;

    /**
     * What stands in it; nothing when it is not there. Bytes that are not UTF-8 are in no name and no value.
     *
     * @throws IOException when it cannot be read, or is longer than 1 MiB
     */
    public ProfileText read() throws IOException {
        byte[] bytes = bytes(file);
        return ProfileText.parse(kind, Encoding.of(bytes).decode(bytes));
    }

    /**
     * Edits it. Nothing is written when the edit changes nothing.
     *
     * @return whether anything was changed
     * @throws IOException when it cannot be read or written, its owner may not write it, it is or becomes longer than 1
     *     MiB, or another writer does not come to an end; the file is then as it was
     * @throws UnusableProfile when it is in another encoding than UTF-8 or UTF-16 with a byte order mark
     */
    public boolean edit(UnaryOperator<ProfileText> edit) throws IOException {
        Path target = Replacement.target(file);
        Replacement.makeFolder(target);
        try (WriterLock _ = WriterLock.of(target)) {
            for (int tries = 0; tries < TRIES; tries++) {
                byte[] before = bytes(target);
                byte[] after =
                        Encoding.of(before).encode(edit.apply(editable(before)).text());
                if (Arrays.equals(before, after)) {
                    return false;
                }
                if (after.length > MAX_BYTES) {
                    throw tooLong();
                }
                Replacement.refuseUnwritable(target);
                // Other programs do not lock: what one of them wrote meanwhile is edited again, not written over.
                if (Replacement.replace(target, after, () -> Arrays.equals(before, bytes(target)))) {
                    return true;
                }
            }
            throw new IOException(file + " is written again and again by another program.");
        }
    }

    /**
     * Whether an edit could be done now, for who edits two files or none.
     *
     * @throws IOException when it cannot be read, or would have to be written and its owner may not write it
     * @throws UnusableProfile when it is in another encoding than UTF-8 or UTF-16 with a byte order mark
     */
    public void check(UnaryOperator<ProfileText> edit) throws IOException {
        Path target = Replacement.target(file);
        ProfileText before = editable(bytes(target));
        if (!edit.apply(before).text().equals(before.text())) {
            Replacement.refuseUnwritable(target);
        }
    }

    private byte[] bytes(Path path) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                throw new FileSystemException(path.toString(), null, "it is a folder");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw tooLong();
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException _) {
            return new byte[0];
        }
    }

    private IOException tooLong() {
        return new FileSystemException(file.toString(), null, "it is longer than 1 MiB");
    }

    /** The text, if an edit leaves all that it does not name as it is, byte for byte. */
    private ProfileText editable(byte[] bytes) {
        Encoding encoding = Encoding.of(bytes);
        String text = encoding.decode(bytes);
        if (Encoding.isForeign(text) || !Arrays.equals(encoding.encode(text), bytes)) {
            throw new UnusableProfile(
                    file + " is not text in UTF-8, nor in UTF-16 with a byte order mark; it is left as it is.");
        }
        return ProfileText.parse(kind, text);
    }
}
