package io.claviger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A directory for what a benchmark writes, deleted at the end. It stands in the build's own directory: the system's for
 * temporary files may be in memory, where nothing that is written has to reach a disk.
 */
record Workspace(Path directory) implements AutoCloseable {

    /** Makes an empty one. */
    static Workspace make(String name) throws IOException {
        return new Workspace(Files.createTempDirectory(root(), name));
    }

    /** Where they all stand. */
    static Path root() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("claviger.home"), "bench", "target", "data"));
    }

    /** A file or directory in it, which need not be there. */
    Path path(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
