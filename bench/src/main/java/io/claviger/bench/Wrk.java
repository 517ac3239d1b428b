package io.claviger.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk, the load generator: one thread. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Wrk() {}

    /** Whether it is installed. */
    static boolean isThere() throws InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The requests a second that a server answered, over so many connections, every one with success. */
    static double rate(URI endpoint, Path script, int connections, int seconds)
            throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds,
                        "-s",
                        script.toString(),
                        endpoint.resolve("/").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher rate = RATE.matcher(output);
        if (output.contains("Non-2xx") || !rate.find()) {
            throw new IllegalStateException("not every request was answered with success: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
