package io.claviger.policycli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads files, and standard input once. For one thread. */
final class Sources {

    /** How standard input is named, as argument. */
    static final String STANDARD_INPUT = "-";

    /** The most bytes of a file: all the characters of the largest catalog or policy, and some more. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Path directory;
    private final InputStream in;
    private final Set<String> marked = new LinkedHashSet<>();
    private boolean drained;

    /**
     * Reads from there.
     *
     * @param directory where files are whose names do not begin at the root
     * @param in standard input
     */
    Sources(Path directory, InputStream in) {
        this.directory = directory;
        this.in = in;
    }

    /**
     * Reads a whole file in UTF-8.
     *
     * @param name its path; {@code -} for standard input
     * @throws NoAnswer when there is none, when it cannot be read, is too long or is not UTF-8
     */
    Source read(String name) {
        if (!name.equals(STANDARD_INPUT)) {
            return read(name, decoded(name, bytesOfFile(name)));
        }
        if (drained) {
            throw NoAnswer.misused("standard input (-) can be read only once");
        }
        drained = true;
        return read("stdin", decoded("standard input", bytesOfInput()));
    }

    private Source read(String name, String text) {
        Source source = Source.of(name, text);
        if (source.marked()) {
            marked.add(name);
        }
        return source;
    }

    /** The names of those read so far that began with a byte order mark, which is left out of their texts. */
    Set<String> marked() {
        return marked;
    }

    private byte[] bytesOfFile(String name) {
        if (name.isBlank()) {
            throw NoAnswer.misused("the name of a file is empty");
        }
        try {
            Path path = directory.resolve(name);
            if (Files.isDirectory(path)) {
                throw NoAnswer.unusable("cannot read " + name + ": it is a directory");
            }
            try (InputStream file = Files.newInputStream(path)) {
                return bounded(name, file);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw NoAnswer.unusable("cannot read " + name + ": there is no such file");
        } catch (IOException e) {
            throw NoAnswer.unusable("cannot read " + name + ": " + reason(e));
        }
    }

    private byte[] bytesOfInput() {
        try {
            return bounded("standard input", in);
        } catch (IOException e) {
            throw NoAnswer.unusable("cannot read standard input: " + reason(e));
        }
    }

    private static byte[] bounded(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw NoAnswer.unusable("cannot read " + name + ": it is longer than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFF) == 0xFE && bytes[0] != bytes[1];
            throw NoAnswer.unusable("cannot read " + name + ": it is "
                    + (wide ? "a text in UTF-16: save it in UTF-8" : "not a text in UTF-8"));
        }
    }
}
