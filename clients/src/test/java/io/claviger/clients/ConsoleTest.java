package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web console in a browser, served by the program as a user starts it. The steps are in {@code console/tests}. */
class ConsoleTest {

    private static final Path CONSOLE = Commands.module().resolveSibling("console");
    private static final List<List<String>> NODES =
            List.of(List.of("node", "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)"));
    private static final List<List<String>> BROWSERS =
            List.of(List.of("chromium", "--version"), List.of("google-chrome", "--version"));

    /** A story signs people in a dozen times, and each password takes its time to check. */
    private static final int PATIENCE_SECONDS = 500;

    private final JsonMapper json = new JsonMapper();

    @TempDir
    private Path home = Path.of("");

    @TestFactory
    Stream<DynamicTest> letsPeopleLiveTheirStory() throws Exception {
        return steps("story.mjs");
    }

    @TestFactory
    Stream<DynamicTest> helpsAgainstKeysThatLeak() throws Exception {
        return steps("leaks.mjs");
    }

    /** {@code scripts/console-pages} looks at them in both themes, each time with axe: that takes minutes. */
    @TestFactory
    Stream<DynamicTest> isForEverybodyOnEveryPage() throws Exception {
        return steps("pages.mjs", "--quick");
    }

    @Test
    void itsSourcesKeepTheirStyle() throws Exception {
        skipWithoutNode();
        Process check = Commands.process(home, List.of("npm", "run", "--silent", "check"))
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .start();
        Ended ended = Ended.of(check, PATIENCE_SECONDS);
        assertThat(ended.status()).as(ended.out()).isZero();
    }

    private Stream<DynamicTest> steps(String... script) throws Exception {
        skipWithoutNode();
        List<String> browser = Commands.firstThatWorks(BROWSERS).orElse(List.of());
        if (browser.isEmpty()) {
            Commands.skip(Commands.notTested("Chromium"));
        }
        return told(List.of(script), browser.getFirst()).stream()
                .map(line -> DynamicTest.dynamicTest(line.get("step").asString(), () -> {
                    Assumptions.assumeFalse(line.has("skipped"), "a step before it failed");
                    assertThat(line.get("ok").asBoolean()).as(line.toString()).isTrue();
                }));
    }

    /** What the script said of its steps, a line each. */
    private List<JsonNode> told(List<String> script, String browser) throws IOException, InterruptedException {
        try (Program program = Program.start(home, Optional.empty(), "--users-per-account", "20000")) {
            List<String> command = new ArrayList<>(script);
            command.set(0, CONSOLE.resolve("tests").resolve(script.getFirst()).toString());
            command.addFirst("node");
            ProcessBuilder builder = Commands.process(home, command);
            builder.environment().put("CONSOLE_URL", program.endpoint() + "/console/");
            builder.environment().put("CHROMIUM", browser);
            Process process =
                    builder.redirectError(home.resolve("errors").toFile()).start();
            Ended ended = Ended.of(process, PATIENCE_SECONDS);
            List<JsonNode> lines = ended.out().lines().map(json::readTree).toList();
            assertThat(lines).as(Files.readString(home.resolve("errors"))).isNotEmpty();
            return lines;
        }
    }

    private static void skipWithoutNode() {
        if (Commands.firstThatWorks(NODES).isEmpty() || !Files.isDirectory(CONSOLE.resolve("node_modules"))) {
            Commands.skip(Commands.notTested("Node 20 or newer"));
        }
    }
}
