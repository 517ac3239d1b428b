package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Guide.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String ANYTHING = "…";
    private static final String READERS_ENDPOINT = "http://127.0.0.1:7080";

    /** What fills a blank: the last that a terminal showed in the group of the pattern. */
    private record Filling(String terminal, Pattern shown) {}

    private static final Map<String, Filling> FILLINGS = Map.of(
            "<your key ID>", new Filling(SERVER, Pattern.compile("AWS_ACCESS_KEY_ID=(\\w+)")),
            "<your secret>", new Filling(SERVER, Pattern.compile("AWS_SECRET_ACCESS_KEY=(\\S+)")),
            "<root's password>", new Filling(SERVER, Pattern.compile("Root user's password: *(\\S+)")),
            "123456789012", new Filling(SERVER, Pattern.compile("Account (\\d{12}),")),
            "<alice's key ID>", new Filling("administrator", Pattern.compile("\"AccessKeyId\": \"(\\w+)\"")),
            "<alice's secret>", new Filling("administrator", Pattern.compile("\"SecretAccessKey\": \"([^\"]+)\"")));

    private final Path directory;
    private final Map<String, Terminal> terminals = new HashMap<>();
    private final StringBuilder serversSaid = new StringBuilder();
    private @Nullable Program server;

    /** Keeps everything in the directory. */
    Reader(Path directory) {
        this.directory = directory;
    }

    /** Does one step. */
    void follow(Step step) throws Exception {
        String terminal = step.typed().terminal();
        String typed = filled(step.typed().text());
        if (terminal.equals(SERVER)) {
            startServer(typed);
            return;
        }
        Terminal.Result result = terminal(terminal).type(typed);
        step.seen().ifPresent(seen -> assertThat(result.output()).containsPattern(pattern(seen)));
        boolean expectsFailure =
                step.seen().filter(seen -> seen.contains("An error occurred")).isPresent();
        assertThat(result.failed()).as("failed: %s", result.output()).isEqualTo(expectsFailure);
    }

    @Override
    public void close() {
        terminals.values().forEach(Terminal::close);
        stopServer();
    }

    /** Waits for the server, and stops the one that an earlier step started: a machine has one at a time. */
    private void startServer(String typed) throws IOException {
        stopServer();
        Program started = Program.startBy(typed + " --port 0");
        server = started;
        serversSaid.append(started.said()).append('\n');
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
        String shown = filling.terminal().equals(SERVER)
                ? serversSaid.toString()
                : terminal(filling.terminal()).shown();
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

    private static Pattern pattern(String seen) {
        return Pattern.compile(Arrays.stream(seen.strip().split(ANYTHING, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
