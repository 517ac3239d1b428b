package io.claviger.profiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
     * What stands in it; nothing when it is not there.
     *
     * @throws IOException when it cannot be read
     * @throws UnusableProfile when it is not text in UTF-8, or longer than 1 MiB
     */
    public ProfileText read() throws IOException {
        return text(bytes(file));
    }

    /**
     * Edits it. Nothing is written when the edit changes nothing.
     *
     * @return whether anything was changed
     * @throws IOException when it cannot be read or written, its owner may not write it, or another writer does not come to an end; the file is then as
     *     it was
     * @throws UnusableProfile when it is not text in UTF-8, or longer than 1 MiB
     */
    public boolean edit(UnaryOperator<ProfileText> edit) throws IOException {
        Path target = Replacement.target(file);
        Replacement.makeFolder(target);
        try (WriterLock _ = WriterLock.of(target)) {
            for (int tries = 0; tries < TRIES; tries++) {
                byte[] before = bytes(target);
                byte[] after = edit.apply(text(before)).text().getBytes(StandardCharsets.UTF_8);
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
     * @throws UnusableProfile when it is not text in UTF-8, or longer than 1 MiB
     */
    public void check(UnaryOperator<ProfileText> edit) throws IOException {
        Path target = Replacement.target(file);
        ProfileText before = text(bytes(target));
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

    private UnusableProfile tooLong() {
        return new UnusableProfile(file + " is longer than 1 MiB.");
    }

    private ProfileText text(byte[] bytes) {
        try {
            return ProfileText.parse(
                    kind,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException _) {
            throw new UnusableProfile(file + " is not text in UTF-8.");
        }
    }
}
