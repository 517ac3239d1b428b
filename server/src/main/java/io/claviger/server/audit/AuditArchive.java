package io.claviger.server.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers files that are written no more, compresses them on a thread of its own, and deletes the oldest by the
 * {@link Retention}, which the log says of each. For one caller.
 */
final class AuditArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditArchive.class);
    private static final int MOST_UNCOMPRESSED = 4;
    private static final int DAY_LENGTH = "2026-11-22".length();

    private final Path directory;
    private final Retention retention;
    private final ExecutorService compressing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-archive").daemon().factory());
    private final AtomicInteger uncompressed = new AtomicInteger();
    private boolean resumed;
    private LocalDate numbered = LocalDate.MIN;
    private int lastNumber;

    /** Keeps files of the directory by this rule. */
    AuditArchive(Path directory, Retention retention) {
        this.directory = directory;
        this.retention = retention;
    }

    /** Puts away a day's file, which is written no more. */
    void putAway(Path file) throws IOException {
        LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, DAY_LENGTH));
        Path archived = directory.resolve(ArchivedFile.name(day, nextNumber(day)));
        Files.move(file, archived);
        compressSoon(archived);
    }

    /** Puts away what an earlier day, or an earlier process, left, and deletes what need not be kept any more. */
    void putAwayAllBut(Path current, LocalDate today) throws IOException {
        if (!resumed) {
            resumed = true;
            for (ArchivedFile left : ArchivedFile.in(directory)) {
                if (!left.isCompressed()) {
                    compressSoon(left.path());
                }
            }
        }
        for (Path file : dayFiles()) {
            if (!file.equals(current)) {
                putAway(file);
            }
        }
        compressing.execute(() -> deleteOldest(today));
    }

    /** Waits for the compressing under way. */
    @Override
    public void close() {
        compressing.close();
    }

    private List<Path> dayFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("[0-9]{4}-[0-1][0-9]-[0-3][0-9]\\" + ArchivedFile.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** One more than the highest: the number of a file that was deleted would make the next one look the oldest. */
    private int nextNumber(LocalDate day) throws IOException {
        if (!day.equals(numbered)) {
            numbered = day;
            lastNumber = 0;
        }
        for (ArchivedFile file : ArchivedFile.in(directory)) {
            if (file.day().equals(day)) {
                lastNumber = Math.max(lastNumber, file.number());
            }
        }
        return ++lastNumber;
    }

    private void compressSoon(Path file) {
        uncompressed.incrementAndGet();
        compressing.execute(() -> {
            uncompressed.decrementAndGet();
            compress(file);
        });
    }

    private void compress(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".gz.new");
        try {
            if (!Files.exists(file)) {
                // Deleted to make room before its turn came.
                return;
            }
            // A copy first, for its permissions; then over it the compressed bytes.
            Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new FastGzip(Files.newOutputStream(unfinished))) {
                in.transferTo(out);
            }
            Files.move(unfinished, file.resolveSibling(file.getFileName() + ".gz"), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
        } catch (IOException e) {
            LOG.error("cannot compress {}; it stays as it is", file, e);
        }
    }

    /**
     * Waits until all is compressed, since that makes the most room. If much waits, a flood writes faster than that, and
     * what waits counts as well, so that it cannot fill the disk.
     */
    private void deleteOldest(LocalDate today) {
        int waiting = uncompressed.get();
        if (waiting > 0 && waiting < MOST_UNCOMPRESSED) {
            return;
        }
        try {
            List<ArchivedFile> files = ArchivedFile.in(directory);
            long total = 0;
            for (ArchivedFile file : files) {
                total += Files.size(file.path());
            }
            for (ArchivedFile file : files) {
                boolean tooOld = retention.isTooOld(file.day(), today);
                if (!tooOld && total <= retention.bytes()) {
                    return;
                }
                total -= Files.size(file.path());
                Files.delete(file.path());
                LOG.warn(
                        "the audit trail's oldest file {} is deleted: {}",
                        file.path(),
                        tooOld
                                ? "it is older than " + retention.days() + " days"
                                : "the files together are larger than " + retention.bytes() + " bytes");
            }
        } catch (IOException e) {
            LOG.error("cannot delete the oldest files of the audit trail in {}", directory, e);
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
