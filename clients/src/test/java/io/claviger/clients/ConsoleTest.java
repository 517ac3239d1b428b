package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String MEMBER = "222222222222";

    /** A story signs people in a dozen times, and each password takes its time to check. */
    private static final int PATIENCE_SECONDS = 500;

    private final JsonMapper json = new JsonMapper();

    @TempDir
    private Path home = Path.of("");

    @TestFactory
    Stream<DynamicTest> letsPeopleLiveTheirStory() throws Exception {
        return steps("story.mjs");
    }

    /** The same people, and the same data kept elsewhere: axe has seen their pages. */
    @TestFactory
    Stream<DynamicTest> letsPeopleLiveTheirStoryOnPostgres() throws Exception {
        return steps(
                DataPlace.newDatabase(home), List.of("story.mjs"), List.of(), Map.of("CONSOLE_WITHOUT_AXE", "yes"));
    }

    @TestFactory
    Stream<DynamicTest> signsPeopleInWithPasskeys() throws Exception {
        return steps(
                new DataPlace.Directory(home), List.of("passkeys.mjs"), List.of(BoughtToken.options(home)), Map.of());
    }

    @TestFactory
    Stream<DynamicTest> helpsAgainstKeysThatLeak() throws Exception {
        return steps("leaks.mjs");
    }

    @TestFactory
    Stream<DynamicTest> showsWhatFewPeopleLookAt() throws Exception {
        return steps("further.mjs");
    }

    @TestFactory
    Stream<DynamicTest> saysWhereAMistakeIs() throws Exception {
        return steps("mistakes.mjs");
    }

    @TestFactory
    Stream<DynamicTest> showsAnOrganization() throws Exception {
        DataPlace place = new DataPlace.Directory(home);
        makeMember(place);
        return steps(place, List.of("organization.mjs"), List.of(), Map.of("CONSOLE_MEMBER", MEMBER));
    }

    @TestFactory
    Stream<DynamicTest> worksInAwkwardPlaces() throws Exception {
        return steps("awkward.mjs");
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

    /** The provider and the public URL are the script's, which listens where the server was told that they are. */
    @TestFactory
    Stream<DynamicTest> signsPeopleOfAProviderIn() throws Exception {
        String url = "http://127.0.0.1:" + freePort();
        String issuer = "https://localhost:" + freePort();
        Path file = Files.writeString(home.resolve("sign-on.json"), """
            {"providers": [{"name": "Acme", "issuer": "%s", "clientId": "claviger",
                            "role": "arn:aws:iam::%s:role/People"}]}\
            """.formatted(issuer, Program.ACCOUNT));
        return steps(
                new DataPlace.Directory(home),
                List.of("single-sign-on.mjs"),
                List.of("--public-url", url, "--console-sign-on", file.toString(), "--oidc-addresses", "any"),
                Map.of("CONSOLE_PUBLIC", url, "CONSOLE_ISSUER", issuer));
    }

    /** Makes a second account, which the first one manages: the command works while the server is stopped. */
    private void makeMember(DataPlace place) throws Exception {
        Program.start(place, Optional.empty()).close();
        List<String> command = new ArrayList<>(List.of(Program.launcher().toString(), "account", "create"));
        command.addAll(place.options());
        command.addAll(List.of("--account-id", MEMBER, "--name", "Staging", "--email", "staging@example.com"));
        ProcessBuilder builder = Commands.process(home, command).redirectErrorStream(true);
        builder.environment().put("CLAVIGER_ROOT_PASSWORD", Program.ROOT_PASSWORD);
        Ended ended = Ended.of(builder.start(), PATIENCE_SECONDS);
        assertThat(ended.status()).as(ended.out()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Stream<DynamicTest> steps(String... script) throws Exception {
        return steps(new DataPlace.Directory(home), List.of(script), List.of("--users-per-account", "20000"), Map.of());
    }

    private Stream<DynamicTest> steps(
            DataPlace place, List<String> script, List<String> options, Map<String, String> environment)
            throws Exception {
        skipWithoutNode();
        List<String> browser = Commands.firstThatWorks(BROWSERS).orElse(List.of());
        if (browser.isEmpty()) {
            Commands.skip(Commands.notTested("Chromium"));
        }
        Map<String, String> known = new HashMap<>(environment);
        known.put("CHROMIUM", browser.getFirst());
        return told(place, script, options, known).stream()
                .map(line -> DynamicTest.dynamicTest(line.get("step").asString(), () -> {
                    Assumptions.assumeFalse(line.has("skipped"), "a step before it failed");
                    assertThat(line.get("ok").asBoolean()).as(line.toString()).isTrue();
                }));
    }

    /** What the script said of its steps, a line each. */
    private List<JsonNode> told(
            DataPlace place, List<String> script, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (Program program = Program.start(place, Optional.empty(), options.toArray(String[]::new))) {
            List<String> command = new ArrayList<>(script);
            command.set(0, CONSOLE.resolve("tests").resolve(script.getFirst()).toString());
            command.addFirst("node");
            ProcessBuilder builder = Commands.process(home, command);
            builder.environment().put("CONSOLE_URL", program.endpoint() + "/console/");
            builder.environment().putAll(environment);
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
