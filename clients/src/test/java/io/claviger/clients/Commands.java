package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The commands that clients are made of: whether they are here, and the surroundings they run in. */
public final class Commands {

    private Commands() {}

    /** The first of these command lines that runs without an error. */
    public static Optional<List<String>> firstThatWorks(List<List<String>> commandLines) {
        return commandLines.stream().filter(Commands::works).findFirst();
    }

    /** Ends the test neither passed nor failed, and says so aloud: a reader of the build must not take it for passed. */
    public static void skip(String message) {
        System.err.println(message);
        Assumptions.abort(message);
    }

    /** What is said of a client that is not there. */
    static String notTested(String client) {
        return "NOT TESTED: " + client + " is not installed; run scripts/install-clients";
    }

    /** A process that sees neither the user's AWS settings nor a proxy, and trusts the program's certificate. */
    static ProcessBuilder process(Program program, Path home, List<String> command) {
        ProcessBuilder builder = process(home, command);
        program.tls().ifPresent(tls -> {
            builder.environment().put("AWS_CA_BUNDLE", tls.authority().toString());
            builder.environment().put("NODE_EXTRA_CA_CERTS", tls.authority().toString());
        });
        return builder;
    }

    /** A process that sees neither the user's AWS settings nor a proxy. */
    public static ProcessBuilder process(Path home, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        environment.put("AWS_CONFIG_FILE", home.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
        environment.put("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true");
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** The module's directory, whether Maven runs the tests or something that starts in the repository's. */
    public static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("clients") ? here : here.resolve("clients");
    }

    private static boolean works(List<String> commandLine) {
        try {
            Process process = new ProcessBuilder(commandLine)
                    .directory(module().toFile())
                    .redirectErrorStream(true)
                    .start();
            Ended ended = Ended.of(process);
            return ended.status() == 0 && !ended.out().contains("not found");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
