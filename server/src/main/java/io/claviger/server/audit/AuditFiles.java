package io.claviger.server.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trail's files in a directory: the day's in writing, {@code 2026-11-22.jsonl}; those that are full or of a day before,
 * {@code 2026-11-22.0001.jsonl.gz}. Made for their owner's eyes only. For one thread.
 */
final class AuditFiles implements AutoCloseable {

    /** So much that a disk does not have it left over in a block that is there already. */
    private static final int PROBE_BYTES = 64 * 1024;

    private static final Object GONE = "no file";

    private final Path directory;
    private final long maxSize;
    private final AuditArchive archive;
    private @Nullable FileChannel channel;
    private @Nullable Object fileKey;
    private LocalDate day = LocalDate.MIN;
    private long size;

    /** Begins a new file when the day's would become larger than so many bytes. */
    AuditFiles(Path directory, long maxSize, AuditArchive archive) {
        this.directory = directory;
        this.maxSize = maxSize;
        this.archive = archive;
    }

    /**
     * Adds whole lines of one day.
     *
     * @throws IOException when none of them, or only part, could be written; what was written in part is taken back
     *     where the disk still allows it
     */
    void append(LocalDate ofDay, ByteBuffer lines) throws IOException {
        FileChannel file = fileFor(ofDay, lines.remaining());
        long before = size;
        try {
            while (lines.hasRemaining()) {
                size += file.write(lines);
            }
        } catch (IOException e) {
            takeBack(file, before);
            throw e;
        }
    }

    /**
     * Tries whether the disk takes a file.
     *
     * @throws IOException if it does not
     */
    void probe() throws IOException {
        Files.createDirectories(directory, privately("rwx------"));
        Path file = directory.resolve("probe.tmp");
        try {
            Files.deleteIfExists(file);
            try (FileChannel probe = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
                while (bytes.hasRemaining()) {
                    probe.write(bytes);
                }
                probe.force(true);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.force(true);
            channel.close();
            channel = null;
        }
    }

    private FileChannel fileFor(LocalDate ofDay, int more) throws IOException {
        FileChannel open = channel;
        Path file = directory.resolve(ofDay + ArchivedFile.SUFFIX);
        // Somebody may have moved the file or the directory away; nobody would find what is written into it then.
        if (open != null
                && ofDay.equals(day)
                && (size == 0 || size + more <= maxSize)
                && Objects.equals(key(file), fileKey)) {
            return open;
        }
        close();
        Files.createDirectories(directory, privately("rwx------"));
        if (Files.exists(file) && Files.size(file) + more > maxSize) {
            archive.putAway(file);
        }
        archive.putAwayAllBut(file, ofDay);
        open = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), privately("rw-------"));
        channel = open;
        fileKey = key(file);
        day = ofDay;
        size = open.size();
        if (isCutOff(file)) {
            size += open.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        return open;
    }

    /** Whether the last line has no end: a disk failed in its midst, or the process was killed. */
    private static boolean isCutOff(Path file) throws IOException {
        try (FileChannel reading = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(last, reading.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return GONE;
        }
    }

    private void takeBack(FileChannel file, long length) {
        try {
            file.truncate(length);
            size = length;
        } catch (IOException e) {
            // The half line stays; the next write opens the file again and ends it first. Readers skip what is no JSON.
            channel = null;
        }
    }

    private FileAttribute<?>[] privately(String permissions) throws IOException {
        return isPosix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) throws IOException {
        if (Files.exists(path)) {
            return Files.getFileStore(path).supportsFileAttributeView("posix");
        }
        Path parent = path.toAbsolutePath().getParent();
        return parent != null && isPosix(parent);
    }
}
