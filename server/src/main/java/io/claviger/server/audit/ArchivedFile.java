package io.claviger.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that is written no more, by its name: {@code 2026-11-22.0001.jsonl}, and {@code .gz} once it is compressed.
 *
 * @param number the first of a day is 1
 */
record ArchivedFile(Path path, LocalDate day, int number) {

    /** What the name of each file of the trail ends with, before it is compressed. */
    static final String SUFFIX = ".jsonl";

    /** From the oldest to the latest. Numbers are compared as numbers: a day may have more than 9,999 files. */
    static final Comparator<ArchivedFile> OLDEST_FIRST =
            Comparator.comparing(ArchivedFile::day).thenComparingInt(ArchivedFile::number);

    private static final Pattern NAME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{4,8})\\.jsonl(?:\\.gz)?");

    /** The name of a day's file with this number, before it is compressed. */
    static String name(LocalDate day, int number) {
        return "%s.%04d%s".formatted(day, number, SUFFIX);
    }

    /** Those of a directory, the oldest first; other files are left alone. */
    static List<ArchivedFile> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(file -> of(file).stream()).sorted(OLDEST_FIRST).toList();
        }
    }

    boolean isCompressed() {
        return path.toString().endsWith(".gz");
    }

    private static Optional<ArchivedFile> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches()
                    ? Optional.of(
                            new ArchivedFile(file, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
