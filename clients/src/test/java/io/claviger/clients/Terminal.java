package io.claviger.clients;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A terminal that stays open, as a reader's does: what one step exports, the next one has. */
final class Terminal implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final String END = "-- end of the step --";
    private static final String FAILED = "-- that failed --";

    private final Path home;
    private final Process shell;
    private final BufferedWriter input;
    private final BufferedReader output;
    private final StringBuilder all = new StringBuilder();

    private Terminal(Path home, Process shell) {
        this.home = home;
        this.shell = shell;
        this.input = shell.outputWriter(StandardCharsets.UTF_8);
        this.output = shell.inputReader(StandardCharsets.UTF_8);
    }

    /** Opens one in the repository's directory, whose own files are kept in the given one. */
    static Terminal in(Path home) {
        ProcessBuilder builder = Commands.process(home, List.of("bash", "--norc", "--noprofile"))
                .directory(Commands.module().resolveSibling("").toFile())
                .redirectErrorStream(true);
        atHome(builder, home);
        try {
            Terminal terminal = new Terminal(home, builder.start());
            terminal.input.write("shopt -s expand_aliases\ntrap 'echo \"" + FAILED + "\"' ERR\n");
            return terminal;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives a process the reader's own folder, with all that AWS's tools keep in it. */
    static void atHome(ProcessBuilder builder, Path home) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("CLAVIGER_") || name.startsWith("XDG_") || name.endsWith("_FILE"));
        builder.environment().put("HOME", home.toString());
    }

    /**
     * What came of a step.
     *
     * @param failed whether any of its commands ended with another status than 0
     */
    record Result(String output, boolean failed) {}

    /** Types the lines and waits until the last of them is done. */
    Result type(String lines) throws Exception {
        Path step = Files.writeString(home.resolve("step.sh"), lines + "\n");
        // From a file, so that no command takes the next one for its input.
        input.write(". " + step + " < /dev/null\necho '" + END + "'\n");
        input.flush();
        String said = CompletableFuture.supplyAsync(this::readStep).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        all.append(said);
        return new Result(said.replace(FAILED + "\n", ""), said.contains(FAILED));
    }

    /** All that it has shown so far. */
    String shown() {
        return all.toString();
    }

    @Override
    public void close() {
        shell.destroy();
    }

    private String readStep() {
        StringBuilder said = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(END)) {
                    return said.toString();
                }
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the shell ended; it said:\n" + said);
    }
}
