package io.claviger.clients;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The prompt of the cmdlets at a terminal, as a reader has it before them: 80 columns that know no colours. What is typed
 * stands in what it shows, as it does there; the prompt of a line that goes on does not.
 */
final class Shell implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final String PROMPT = "PS > ";
    private static final String CONTINUED = ">> ";
    private static final Pattern ANSWERED = Pattern.compile("(.*\\(default is \"Y\"\\):) ?(\\S*)");

    private final Process process;
    private final BufferedWriter keyboard;
    private final StringBuilder shown = new StringBuilder();

    private Shell(Process process) {
        this.process = process;
        this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    /** Whether these lines of a terminal end with a prompt that stays open. */
    static boolean isOpenedBy(String lines) {
        return lines.endsWith("./claviger shell");
    }

    /** Opens it by lines that a reader types in the repository; its own files are kept in the directory. */
    static Shell open(Path directory, String lines) throws Exception {
        Path typed = Files.writeString(Files.createTempFile(directory, "open", ".sh"), lines + "\n");
        ProcessBuilder builder = Commands.process(
                        directory, List.of("script", "-qfec", "bash --norc --noprofile " + typed, "/dev/null"))
                .directory(Commands.module().resolveSibling("").toFile());
        Terminal.atHome(builder, directory);
        builder.environment().put("TERM", "dumb");
        Shell shell = new Shell(builder.start());
        shell.await(text -> text.endsWith(PROMPT), 0);
        return shell;
    }

    /**
     * Types what a transcript shows behind the prompts, and what it answers to questions.
     *
     * @return what then stands there, from the first prompt to the one that waits, {@link #settled}
     */
    String follow(List<String> transcript) throws Exception {
        int from = lengthShown() - PROMPT.length();
        List<String> command = new ArrayList<>();
        for (String line : transcript) {
            Matcher answered = ANSWERED.matcher(line);
            if (!command.isEmpty() && !line.startsWith(CONTINUED)) {
                type(command);
            }
            if (line.startsWith(PROMPT)) {
                command.add(line.substring(PROMPT.length()));
            } else if (line.startsWith(CONTINUED)) {
                command.add(line.substring(CONTINUED.length()));
            } else if (answered.matches()) {
                command.add(answered.group(2));
            }
        }
        if (!command.isEmpty()) {
            type(command);
        }
        String all = shown();
        return settled(all.substring(from, all.endsWith(PROMPT) ? all.length() - PROMPT.length() : all.length()));
    }

    /** All that it has shown so far. */
    String shown() {
        synchronized (shown) {
            return shown.toString().replace("\r", "");
        }
    }

    /** A transcript without what some terminals show and others do not. */
    static String settled(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> line.startsWith(CONTINUED) ? line.substring(CONTINUED.length()) : line)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Types the lines of one command, and waits until it is done, or asks. */
    private void type(List<String> command) throws Exception {
        int before = lengthShown();
        keyboard.write(String.join("\r", command) + "\r");
        keyboard.flush();
        command.clear();
        await(
                text -> text.endsWith("\n" + PROMPT)
                        || text.stripTrailing().endsWith("(default is \"Y\"):")
                        || !process.isAlive(),
                before);
    }

    private int lengthShown() {
        return shown().length();
    }

    private void await(Predicate<String> there, int from) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (shown) {
            while (!there.test(shown().substring(from))) {
                if (System.nanoTime() > patience) {
                    throw new AssertionError("no prompt came back; it shows:\n" + shown());
                }
                shown.wait(100);
            }
        }
    }

    private void read() {
        try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] some = new char[1024];
            for (int count = screen.read(some); count >= 0; count = screen.read(some)) {
                synchronized (shown) {
                    shown.append(some, 0, count);
                    shown.notifyAll();
                }
            }
        } catch (IOException e) {
            // It was closed; what is waited for then does not come.
        }
    }
}
