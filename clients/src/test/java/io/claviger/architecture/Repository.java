package io.claviger.architecture;

import io.claviger.clients.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The repository's files, without what was built or fetched. Paths are relative to the repository, with slashes. */
final class Repository {

    private static final Path ROOT = Commands.module().resolveSibling("");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "keycloak");

    private Repository() {}

    /** A file and its text. */
    record Source(String path, String text) {

        /** How many lines it has. */
        long lines() {
            return text.lines().count();
        }
    }

    /** The text of a file. */
    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files whose path is as wanted, sorted by it. */
    static List<Source> files(Predicate<String> wanted) {
        return paths(ROOT)
                .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                .filter(wanted)
                .sorted()
                .map(path -> new Source(path, text(path)))
                .toList();
    }

    private static Stream<Path> paths(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream()
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .flatMap(entry -> Files.isDirectory(entry) ? within(entry) : Stream.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> within(Path folder) {
        String name = String.valueOf(folder.getFileName());
        boolean isHidden = name.startsWith(".") && !name.equals(".ci");
        return isHidden || NOT_OURS.contains(name) ? Stream.empty() : paths(folder);
    }
}
