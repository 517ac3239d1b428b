package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which can be paused and killed. */
record ServerProcess(Process process, URI endpoint) implements AutoCloseable {

    private static final Pattern GREETING = Pattern.compile("Claviger .* serves IAM and STS at (\\S+)");

    /** Runs {@code claviger start} on a free port, and returns when it serves. */
    static ServerProcess start(Path home, Map<String, String> environment, String... options) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "start",
                "--port",
                "0"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        File log = home.resolve("server.log").toFile();
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
            BufferedReader out = process.inputReader(UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher greeting = GREETING.matcher(line);
                if (greeting.matches()) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                    return new ServerProcess(process, URI.create(greeting.group(1)));
                }
            }
            throw new AssertionError("the server did not start, see " + log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it a signal. */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
