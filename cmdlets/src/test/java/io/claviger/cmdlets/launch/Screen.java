package io.claviger.cmdlets.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A terminal of tmux in which the program runs: keys go in, and what the screen shows comes out. */
final class Screen implements AutoCloseable {

    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);
    private static final String NOT_TESTED = "NOT TESTED: tmux is not installed; run scripts/install-clients";

    private final Path folder;

    private Screen(Path folder) {
        this.folder = folder;
    }

    /** Ends the test, neither passed nor failed and aloud, where there is no tmux. */
    static void need() {
        try {
            if (new ProcessBuilder("tmux", "-V").start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // It is not there.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        System.err.println(NOT_TESTED);
        Assumptions.abort(NOT_TESTED);
    }

    /**
     * Runs the program in a terminal.
     *
     * @param folder where it starts, and its user's folder
     */
    static Screen run(Path folder, int columns, Map<String, String> environment, String... arguments) throws Exception {
        Screen screen = new Screen(folder);
        List<String> command = new ArrayList<>(List.of("env", "-i", "TERM=tmux-256color", "LC_ALL=C.UTF-8"));
        command.add("PATH=" + System.getenv("PATH"));
        command.add("HOME=" + folder);
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-Dclaviger.terminals=012", "-Dclaviger.columns=" + columns));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        // A script, since tmux takes no command as long as a class path.
        Path script = Files.writeString(
                folder.resolve("run.sh"),
                "trap : INT\n" + String.join(" ", quoted(command)) + "\necho $? > ended.new\nmv ended.new ended\n");
        Path settings =
                Files.writeString(folder.resolve("tmux.conf"), "set -g remain-on-exit on\nset -sg escape-time 0\n");
        screen.tmux(
                "-f",
                settings.toString(),
                "new-session",
                "-d",
                "-x",
                String.valueOf(columns),
                "-y",
                "40",
                "-c",
                folder.toString(),
                "sh",
                script.toString());
        return screen;
    }

    private static List<String> quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .toList();
    }

    private String tmux(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("tmux", "-S", folder.resolve("tmux").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + said);
        }
        return said;
    }

    /** Types text. */
    Screen type(String text) throws Exception {
        tmux("send-keys", "-l", "--", text);
        return this;
    }

    /** Types text and Enter. */
    Screen enter(String text) throws Exception {
        return text.isEmpty() ? press("Enter") : type(text).press("Enter");
    }

    /** Presses a key by tmux's name for it, such as {@code Tab} or {@code C-c}. */
    Screen press(String key) throws Exception {
        tmux("send-keys", key);
        return this;
    }

    /** Pastes text, as a terminal does that marks what is pasted. */
    Screen paste(String text) throws Exception {
        tmux("set-buffer", "--", text);
        tmux("paste-buffer", "-p");
        return this;
    }

    /** What the screen shows, without blanks at the lines' ends and lines that are empty at its end. */
    String shown() throws Exception {
        return tmux("capture-pane", "-p").stripTrailing();
    }

    /** Waits until the screen shows what is wanted. */
    String await(String what, Predicate<String> wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOSECONDS;
        String shown = shown();
        while (!wanted.test(shown)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never shown: " + what + "\n" + shown);
            }
            TimeUnit.MILLISECONDS.sleep(30);
            shown = shown();
        }
        return shown;
    }

    /** Waits until the screen ends so. */
    String awaitEnd(String end) throws Exception {
        return await(end, shown -> shown.endsWith(end.stripTrailing()));
    }

    /** Waits until the program has ended, and gives its exit code. */
    int exitCode() throws Exception {
        return exitCode("");
    }

    /** The same, pressing a key as long as it has not: between two lines Ctrl-D is the terminal's, and is lost. */
    int pressUntilItEnds(String key) throws Exception {
        return exitCode(key);
    }

    private int exitCode(String key) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOSECONDS;
        Path ended = folder.resolve("ended");
        while (!Files.exists(ended)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not end\n" + shown());
            }
            if (!key.isEmpty()) {
                press(key);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Integer.parseInt(Files.readString(ended).strip());
    }

    /** Ends the program and waits until it has put away what it keeps. */
    @Override
    public void close() {
        try {
            long shell =
                    Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
            List<ProcessHandle> running = ProcessHandle.of(shell).stream()
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .toList();
            tmux("kill-server");
            for (ProcessHandle process : running) {
                process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
            Files.deleteIfExists(folder.resolve("ended"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
