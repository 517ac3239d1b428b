package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.claviger.clients.Commands;
import io.claviger.clients.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stories in {@code src/test/golden}, each told at one prompt to an empty account: of Claviger as a user starts it, and
 * of moto. With {@code -Dgolden.write=true} they are written anew from what Claviger answers, or moto where it is alone; to
 * be read by whoever changed something.
 */
class GoldenStoriesTest {

    private static final Path FOLDER = Commands.module().resolve("src/test/golden");

    /** Those in which no line counts on a variable that an earlier one set. */
    private static final Set<String> OF_SINGLE_LINES = Set.of("groups.txt", "keys.txt", "users.txt");

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable Moto moto;
    private static @Nullable Program program;

    @AfterAll
    static void stopServers() {
        if (moto != null) {
            moto.close();
        }
        stopProgram();
    }

    @TestFactory
    List<DynamicTest> claviger() throws Exception {
        return claviger(Telling.Way.PROMPT, stories());
    }

    @TestFactory
    List<DynamicTest> clavigerEachLineAProcess() throws Exception {
        return claviger(
                Telling.Way.PROCESS,
                stories().stream()
                        .filter(story -> OF_SINGLE_LINES.contains(String.valueOf(story.getFileName())))
                        .toList());
    }

    private static List<DynamicTest> claviger(Telling.Way way, List<Path> stories) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path story : stories) {
            Path home = Files.createTempDirectory(directory, "home");
            tests.addAll(new Telling(
                            story,
                            way,
                            "claviger",
                            () -> {
                                Program started = Program.start(home, Optional.empty());
                                program = started;
                                return started.endpoint();
                            },
                            GoldenStoriesTest::stopProgram,
                            home)
                    .tests());
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> moto() throws Exception {
        moto = Moto.start(directory).orElse(null);
        if (moto == null) {
            return List.of(dynamicTest(Moto.MISSING, () -> Commands.skip(Moto.MISSING)));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path story : stories()) {
            Path home = Files.createTempDirectory(directory, "home");
            tests.addAll(new Telling(
                            story,
                            Telling.Way.PROMPT,
                            "moto",
                            () -> Objects.requireNonNull(moto).emptied(),
                            () -> {},
                            home)
                    .tests());
        }
        return tests;
    }

    @Test
    void whatIsRunAgainstOneServerAloneSaysWhy() throws IOException {
        List<GoldenCase> all = new ArrayList<>();
        for (Path story : stories()) {
            all.addAll(GoldenCase.read(Files.readString(story)));
        }
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.head()).doesNotContainPattern("\\| *(claviger|moto):? *(\\||$)"));
    }

    private static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static void stopProgram() {
        Program running = program;
        program = null;
        if (running != null) {
            running.close();
        }
    }
}
