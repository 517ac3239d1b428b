package io.claviger.server.export;

import io.claviger.server.export.ExportLines.Malformed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file in UTF-8, none of which is longer than a line of an export can be. For one thread. */
final class BoundedLines implements AutoCloseable {

    /** Characters of a line: a request has a MiB at most, and a character of it becomes 6 in JSON, or 8 if it is sealed. */
    static final int LONGEST = 16 * 1024 * 1024;

    private final Reader text;

    private BoundedLines(Reader text) {
        this.text = text;
    }

    /** Opens a file. */
    static BoundedLines of(Path file) throws IOException {
        return new BoundedLines(Files.newBufferedReader(file));
    }

    /** The next line without its end; null if there is none. */
    @Nullable
    String next() throws IOException, Malformed {
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next != '\n'; next = text.read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LONGEST) {
                throw new Malformed();
            }
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
