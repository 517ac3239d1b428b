package io.claviger.server.rehearsal;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.storage.FileTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;

/**
 * {@code claviger rehearse}: runs {@code claviger start} twice, as a user types it, has it serve some requests and ends
 * it, so that a JVM that watches learns what starting needs. Part of the build.
 */
public final class RehearseCommand implements Command {

    private static final String ACCOUNT = "123456789012";
    private static final String KEY_ID = "AKIAREHEARSAL0000000";
    private static final String REGION = "us-east-1";
    private static final Pattern ENDPOINT = Pattern.compile("serves IAM and STS at (\\S+)");

    private final Surroundings system;
    private final Program program;

    /** The whole program. */
    public @FunctionalInterface interface Program {

        /** Runs a command in these surroundings, and gives its exit status. */
        int run(Surroundings system, String... arguments);
    }

    /** Rehearses the start of this program. */
    public RehearseCommand(Surroundings system, Program program) {
        this.system = system;
        this.program = program;
    }

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public String details() {
        return "Serves itself some requests, and ends.";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(Arguments arguments) {
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path directory = temporaryDirectory();
        try {
            String data = directory.resolve("data").toString();
            for (int start = 1; start <= 2; start++) {
                int status = program.run(stage(secret), "start", "--data", data, "--port", "0");
                if (status != 0) {
                    return status;
                }
            }
        } finally {
            delete(directory);
        }
        system.out().println("rehearsed");
        return 0;
    }

    /** Where the program is stopped as soon as it has served the requests. */
    private Surroundings stage(String secret) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        return new Surroundings(
                system.clock(),
                Map.of(
                        Variables.ACCOUNT_ID, ACCOUNT,
                        Variables.ACCESS_KEY_ID, KEY_ID,
                        Variables.SECRET_ACCESS_KEY, secret,
                        Variables.ROOT_PASSWORD, secret),
                system.in(),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                system.err(),
                system.terminal(),
                stop -> {
                    new Rehearsal(endpoint(printed), system.clock(), KEY_ID, secret).play(ACCOUNT, secret, REGION);
                    stop.run();
                });
    }

    private static URI endpoint(ByteArrayOutputStream printed) {
        Matcher line = ENDPOINT.matcher(printed.toString(StandardCharsets.UTF_8));
        if (!line.find()) {
            throw new IllegalStateException("the server does not say where it listens");
        }
        return URI.create(line.group(1));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("claviger-rehearsal");
        } catch (IOException e) {
            throw new UnusableSetting("cannot make a temporary directory: " + FileTrouble.reason(e, Path.of("")));
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UnusableSetting("cannot delete " + directory + ": " + FileTrouble.reason(e, directory));
        }
    }
}
