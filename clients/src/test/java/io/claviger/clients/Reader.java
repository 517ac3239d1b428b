package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Guide.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types what a guide says into the terminals that it names, and looks whether what it shows is what comes. Where the
 * guide leaves something for its reader to fill in, fills in what the reader would; and has the server elsewhere than at
 * the reader's usual port and directory.
 */
final class Reader implements AutoCloseable {

    static final String SERVER = "server";

    private static final Pattern BLANK =
            Pattern.compile("<[\\w' ]+>|\\bDIR\\b|\\bBACKUP\\b|/tmp/claviger-demo|123456789012");
    private static final Pattern REFUSED = Pattern.compile("An error occurred|^[A-Z]\\w+-\\w+: ");
    private static final String ANYTHING = "…";
    private static final String READERS_ENDPOINT = "http://127.0.0.1:7080";

    /** What fills a blank: the last that a terminal showed in the group of the pattern. */
    private record Filling(String terminal, Pattern shown) {}

    private static final Map<String, Filling> FILLINGS = Map.of(
            "<your key ID>", new Filling(SERVER, Pattern.compile("AWS_ACCESS_KEY_ID=(\\w+)")),
            "<your secret>", new Filling(SERVER, Pattern.compile("AWS_SECRET_ACCESS_KEY=(\\S+)")),
            "<root's password>", new Filling(SERVER, Pattern.compile("Root user's password: *(\\S+)")),
            "123456789012", new Filling(SERVER, Pattern.compile("Account (\\d{12}),")),
            "<alice's key ID>", new Filling("administrator", Pattern.compile("AccessKeyId\"? *: \"?(\\w+)")),
            "<alice's secret>", new Filling("administrator", Pattern.compile("SecretAccessKey\"? *: \"?([^\"\\s]+)")));

    private final Path directory;
    private final Map<String, Terminal> terminals = new HashMap<>();
    private final Map<String, Shell> shells = new HashMap<>();
    private final StringBuilder serversSaid = new StringBuilder();
    private @Nullable Program server;

    /** Keeps everything in the directory. */
    Reader(Path directory) {
        this.directory = directory;
    }

    /** Does one step. */
    void follow(Step step) throws Exception {
        String terminal = step.typed().terminal();
        if (step.typed().isTranscript()) {
            Shell shell = Objects.requireNonNull(shells.get(terminal), "nobody opened the prompt");
            String shown = shell.follow(step.typed().lines());
            assertThat(shown).matches(pattern(filled(Shell.settled(step.typed().text()))));
            return;
        }
        String typed = filled(step.typed().text());
        if (terminal.equals(SERVER)) {
            String said = startServer(typed);
            step.seen().ifPresent(seen -> assertThat(said).containsPattern(pattern(filled(seen))));
            return;
        }
        if (Shell.isOpenedBy(typed)) {
            shells.put(terminal, Shell.open(directory, typed));
            return;
        }
        Terminal.Result result = terminal(terminal).type(typed);
        step.seen().ifPresent(seen -> assertThat(result.output()).containsPattern(pattern(filled(seen))));
        boolean expectsFailure =
                step.seen().filter(seen -> REFUSED.matcher(seen).find()).isPresent();
        assertThat(result.failed()).as("failed: %s", result.output()).isEqualTo(expectsFailure);
    }

    @Override
    public void close() {
        terminals.values().forEach(Terminal::close);
        shells.values().forEach(Shell::close);
        stopServer();
    }

    /** Waits for the server, and stops the one that an earlier step started: a machine has one at a time. */
    private String startServer(String typed) throws IOException {
        stopServer();
        Program started = Program.startBy(typed + " --port 0");
        server = started;
        serversSaid.append(started.said()).append('\n');
        return started.said();
    }

    private void stopServer() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private Terminal terminal(String name) {
        return terminals.computeIfAbsent(name, _ -> Terminal.in(directory));
    }

    private String filled(String typed) {
        Program running = server;
        String here = running == null
                ? typed
                : typed.replace(READERS_ENDPOINT, running.endpoint().toString());
        return BLANK.matcher(here).replaceAll(blank -> Matcher.quoteReplacement(filling(blank.group())));
    }

    private String filling(String blank) {
        return switch (blank) {
            case "DIR", "/tmp/claviger-demo" -> directory.resolve("data").toString();
            case "BACKUP" -> directory.resolve("backup").toString();
            default -> shown(blank);
        };
    }

    private String shown(String blank) {
        Filling filling = FILLINGS.get(blank);
        if (filling == null) {
            throw new AssertionError("nothing is known to fill in for " + blank);
        }
        String shown = filling.terminal().equals(SERVER) ? serversSaid.toString() : shownBy(filling.terminal());
        List<String> found = filling.shown()
                .matcher(shown)
                .results()
                .map(match -> match.group(1))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("the " + filling.terminal() + "'s terminal shows nothing to fill in for " + blank);
        }
        return found.getLast();
    }

    private String shownBy(String terminal) {
        Shell shell = shells.get(terminal);
        return shell == null ? terminal(terminal).shown() : shell.shown();
    }

    private static Pattern pattern(String seen) {
        return Pattern.compile(Arrays.stream(seen.strip().split(ANYTHING, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
