package io.claviger.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library. The driver would unpack it too, but then compares what it wrote byte by byte, which takes
 * a hundred milliseconds of a start; here it is unpacked into a directory that only this user can enter, loaded, and
 * removed. Whoever sets the driver's own property {@code org.sqlite.lib.path} names an unpacked one.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH_PROPERTY = "org.sqlite.lib.path";

    static {
        if (System.getProperty(PATH_PROPERTY) == null) {
            unpackAndLoad();
        }
    }

    private NativeLibrary() {}

    /** Makes sure that the library is loaded, once in the life of the process. */
    static void load() {
        // The work is in the initializer, which runs once.
    }

    private static void unpackAndLoad() {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
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
