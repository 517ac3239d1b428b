package io.claviger.server.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers files that are written no more, compresses them on a thread of its own, and deletes the oldest beyond the
 * number to keep. For one caller.
 */
final class AuditArchive implements AutoCloseable {

    static final String SUFFIX = ".jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(AuditArchive.class);
    private static final String COMPRESSED = SUFFIX + ".gz";
    private static final int DAY_LENGTH = "2026-11-22".length();

    private final Path directory;
    private final int keep;
    private final ExecutorService compressing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-archive").daemon().factory());

    /** Keeps so many compressed files. */
    AuditArchive(Path directory, int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    /** Puts away a file that is written no more. */
    void putAway(Path file) throws IOException {
        Path numbered = isNumbered(file) ? file : Files.move(file, freeName(file));
        compressing.execute(() -> compress(numbered));
    }

    /** Puts away what an earlier day, or an earlier process, left. */
    void putAwayAllBut(Path current) throws IOException {
        for (Path file : named(SUFFIX)) {
            if (!file.equals(current) && !isNumbered(file)) {
                putAway(file);
            }
        }
    }

    /** Waits for the compressing under way. */
    @Override
    public void close() {
        compressing.close();
    }

    private static boolean isNumbered(Path file) {
        return file.getFileName().toString().length() > DAY_LENGTH + SUFFIX.length();
    }

    private Path freeName(Path file) throws IOException {
        String day = file.getFileName().toString().substring(0, DAY_LENGTH);
        for (int number = 1; ; number++) {
            Path free = directory.resolve("%s.%04d%s".formatted(day, number, SUFFIX));
            if (!Files.exists(free) && !Files.exists(compressed(free))) {
                return free;
            }
        }
    }

    private static Path compressed(Path file) {
        return file.resolveSibling(file.getFileName() + ".gz");
    }

    private void compress(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".gz.new");
        try {
            // A copy first, for its permissions; then over it the compressed bytes.
            Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new FastGzip(Files.newOutputStream(unfinished))) {
                in.transferTo(out);
            }
            Files.move(unfinished, compressed(file), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
            deleteOldest();
        } catch (IOException e) {
            LOG.error("cannot compress {}; it stays as it is", file, e);
        }
    }

    private void deleteOldest() throws IOException {
        List<Path> files = named(COMPRESSED);
        for (Path file : files.subList(0, Math.max(0, files.size() - keep))) {
            Files.delete(file);
        }
    }

    private List<Path> named(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList());
        }
    }

    /** A fourth of the usual effort, for a fifth more of space. */
    private static final class FastGzip extends GZIPOutputStream {

        private static final int BUFFER = 64 * 1024;

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
