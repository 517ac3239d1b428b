package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The launcher, with all that it starts built and trained. */
final class Launcher {

    /** The file; the system property {@code claviger.launcher} names another one than the repository's. */
    static final Path BUILT = built(find());

    private static final int BUILD_MINUTES = 9;

    private Launcher() {}

    private static Path find() {
        String named = System.getProperty("claviger.launcher");
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("claviger"))) {
                return at.resolve("claviger");
            }
        }
        throw new AssertionError("no launcher named claviger here or above");
    }

    /** Starts each half once, so that neither is made ready while a test looks at what it prints. */
    private static Path built(Path launcher) {
        run(launcher, "version");
        run(launcher, "Get-AWSPowerShellVersion");
        return launcher;
    }

    private static void run(Path launcher, String word) {
        try {
            Process process = new ProcessBuilder(launcher.toString(), word)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError("the launcher is still building after " + BUILD_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("the launcher ends with " + process.exitValue() + " for " + word);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
