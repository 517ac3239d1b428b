package io.claviger.server.rehearsal;

import io.claviger.iam.Quotas;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.audit.AuditDirectory;
import io.claviger.server.audit.Retention;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.FirstCredentials;
import io.claviger.server.start.Greeting;
import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/**
 * {@code claviger rehearse}: starts, serves some requests of its own and ends, so that a JVM that watches learns what
 * starting needs. Part of the build.
 */
public final class RehearseCommand implements Command {

    private static final ListenerSettings ADDRESS = new ListenerSettings("127.0.0.1", 0, null, false);
    private static final int CACHED = 100;
    private static final String ACCOUNT = "123456789012";
    private static final Retention AUDIT = new Retention(1L << 20, Retention.FOREVER);
    private static final String KEY_ID = "AKIAREHEARSAL0000000";

    private final Surroundings system;

    public RehearseCommand(Surroundings system) {
        this.system = system;
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
        Logging.start(LogLevel.INFO, system.err());
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path directory = temporaryDirectory();
        try {
            for (int start = 1; start <= 2; start++) {
                Settings settings = settings(directory, secret);
                try (RunningServer server = RunningServer.start(
                        ADDRESS,
                        settings,
                        system.clock(),
                        url -> new FirstCredentials(new Greeting(system.out(), settings, url), Optional.empty()))) {
                    new Rehearsal(server.endpoint(), system.clock(), KEY_ID, secret)
                            .play(ACCOUNT, secret, settings.homeRegion());
                }
            }
        } finally {
            delete(directory);
        }
        system.out().println("rehearsed");
        return 0;
    }

    private static Settings settings(Path directory, String secret) {
        return new Settings(
                new DataLocation.Directory(directory.resolve("data"), Optional.empty()),
                List.of(),
                Quotas.AWS,
                CACHED,
                true,
                Optional.of(
                        new AuditDirectory.Settings(directory.resolve("data").resolve("audit"), AUDIT, AUDIT)),
                new FirstStart.Given(
                        Optional.of(ACCOUNT), Optional.of(new GivenKey(KEY_ID, secret)), Optional.of(secret)));
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
