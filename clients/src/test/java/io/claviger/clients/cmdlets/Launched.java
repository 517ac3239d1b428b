package io.claviger.clients.cmdlets;

import io.claviger.clients.Commands;
import io.claviger.clients.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as a shell starts it, each line a process of its own that prints into files: no variable outlives its line,
 * and lines have 120 columns.
 */
final class Launched implements Typist {

    private static final int PATIENCE_SECONDS = 60;

    // A JVM hands its arguments on in its own locale's letters, and tests run in that of plain ASCII.
    private static final String FROM_FILE = "exec \"$0\" \"$(cat \"$1\")\"";

    private final Map<String, String> environment;
    private final Path home;

    /**
     * Starts it with nothing else of AWS in its environment.
     *
     * @param home where its files are
     */
    Launched(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public Shown type(String line, String input, int width) throws Exception {
        Path typed = Files.writeString(Files.createTempFile(home, "in", ""), input);
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        Path shells = Files.writeString(Files.createTempFile(home, "line", ""), line);
        ProcessBuilder builder = Commands.process(
                        home, List.of("sh", "-c", FROM_FILE, Program.launcher().toString(), shells.toString()))
                .directory(home.toFile())
                .redirectInput(typed.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TZ", "UTC");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + line);
        }
        return new Shown(
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8),
                process.exitValue());
    }

    @Override
    public void close() {}
}
