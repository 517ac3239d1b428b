package io.claviger.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library. The driver would unpack it too, but then compares what it wrote byte by byte, which
 * takes a hundred milliseconds of a start; here it is unpacked into a directory that only this user can enter, loaded,
 * and removed. If the driver's own property {@code org.sqlite.lib.path} names a directory, the library is unpacked
 * there once and kept.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH_PROPERTY = "org.sqlite.lib.path";

    static {
        String kept = System.getProperty(PATH_PROPERTY);
        if (kept == null) {
            unpackAndLoad();
        } else {
            unpackOnce(Path.of(kept));
        }
    }

    private NativeLibrary() {}

    /** Makes sure that the library is loaded, once in the life of the process. */
    static void load() {
        // The work is in the initializer, which runs once.
    }

    /** Unpacks the library into the directory that the driver's property names, for this start and the next. */
    private static void unpackOnce(Path directory) {
        Path file = directory.resolve(LibraryLoaderUtil.getNativeLibName());
        if (Files.exists(file)) {
            return;
        }
        try (InputStream library = packed()) {
            if (library != null) {
                Files.createDirectories(directory);
                Path whole = Files.createTempFile(directory, "unpacked", ".tmp");
                Files.copy(library, whole, StandardCopyOption.REPLACE_EXISTING);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LOG.debug("SQLite's library is left to its driver to unpack", e);
        }
    }

    private static @Nullable InputStream packed() {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        return SQLiteJDBCLoader.class.getResourceAsStream(resource);
    }

    private static void unpackAndLoad() {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream library = packed()) {
            if (library == null) {
                return;
            }
            Path directory = Files.createTempDirectory("claviger-sqlite");
            Path file = directory.resolve(name);
            try {
                Files.copy(library, file);
                System.setProperty(PATH_PROPERTY, directory.toString());
                SQLiteJDBCLoader.initialize();
            } finally {
                System.clearProperty(PATH_PROPERTY);
                removeNowOrAtTheEnd(file, directory);
            }
        } catch (Exception e) {
            LOG.debug("SQLite's library is left to its driver to load", e);
        }
    }

    private static void removeNowOrAtTheEnd(Path file, Path directory) {
        try {
            Files.deleteIfExists(file);
            Files.delete(directory);
        } catch (IOException e) {
            // Windows keeps a loaded library's file.
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
        }
    }
}
