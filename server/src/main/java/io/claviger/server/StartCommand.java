package io.claviger.server;

import io.claviger.iam.Quotas;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.TlsIdentity;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code claviger start}: serves until it is told to stop. */
@Command(
        name = "start",
        description = {
            "Serves IAM and STS until it is told to stop (Ctrl-C or SIGTERM).",
            "The first start on an empty data directory creates the account and prints its access key, once.",
            ""
        },
        sortOptions = false)
final class StartCommand implements Runnable {

    static final String SEALING_KEY = "CLAVIGER_SEALING_KEY";

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MAX_PORT = 65_535;

    private final Surroundings system;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data is; \":memory:\" keeps none. Default: $XDG_DATA_HOME/claviger, or"
                    + " ~/.local/share/claviger")
    @Nullable
    String data;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "The address. Default: ${DEFAULT-VALUE}")
    String host = "";

    @Option(
            names = "--port",
            defaultValue = "7080",
            description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Serve HTTPS: the certificate, and those that lead to its root, in PEM")
    @Nullable
    Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key, PKCS#8 in PEM")
    @Nullable
    Path tlsKey;

    @Option(
            names = "--behind-tls-proxy",
            description = "A proxy that speaks TLS stands in front, and nothing else reaches this address")
    boolean behindTlsProxy;

    @Option(
            names = "--region",
            defaultValue = "us-east-1",
            description = "A region that clients may be set to, repeatable. Default: ${DEFAULT-VALUE}")
    List<String> regions = List.of();

    @Option(
            names = "--users-per-account",
            paramLabel = "N",
            defaultValue = "5000",
            description = "The quota of users. Default: ${DEFAULT-VALUE}, as at AWS")
    int usersPerAccount;

    @Option(
            names = "--metrics",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Whether /metrics shows meters to Prometheus. Default: ${DEFAULT-VALUE}")
    OnOff metrics = OnOff.on;

    @Option(
            names = "--audit-dir",
            paramLabel = "DIR",
            description = "Where the audit trail is. Default: audit in the data directory; none with \":memory:\"")
    @Nullable
    Path auditDirectory;

    @Option(
            names = "--log-level",
            defaultValue = "INFO",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    LogLevel logLevel = LogLevel.INFO;

    @Option(names = "--help", usageHelp = true, description = "Shows this")
    boolean help;

    StartCommand(Surroundings system) {
        this.system = system;
    }

    /** A switch. */
    enum OnOff {
        on,
        off
    }

    @Override
    public void run() {
        Settings settings = settings();
        Logging.start(logLevel, system.err());
        RunningServer server = Main.assemble(settings, system.clock());
        new Greeting(system.out(), settings, server.endpoint()).print(server.account());
        system.lifetime().untilStopped(server::close);
    }

    private Settings settings() {
        DataLocation location = location();
        return new Settings(
                location,
                listener(),
                checkedRegions(),
                Quotas.AWS.withUsersPerAccount(checked("--users-per-account", usersPerAccount, 1, Integer.MAX_VALUE)),
                metrics == OnOff.on,
                audit(location),
                FirstStartVariables.read(system));
    }

    private DataLocation location() {
        if (DataLocation.MEMORY.equals(data)) {
            return new DataLocation.InMemory();
        }
        return new DataLocation.Directory(
                data == null ? defaultDirectory() : Path.of(data), system.variable(SEALING_KEY));
    }

    private Path defaultDirectory() {
        Path shared = system.variable("XDG_DATA_HOME")
                .map(Path::of)
                .orElseGet(() -> system.variable("HOME")
                        .map(home -> Path.of(home, ".local", "share"))
                        .orElseThrow(() -> misused("--data is needed: neither XDG_DATA_HOME nor HOME is set")));
        return shared.resolve("claviger");
    }

    private Optional<Path> audit(DataLocation location) {
        if (auditDirectory != null) {
            return Optional.of(auditDirectory);
        }
        return location instanceof DataLocation.Directory directory
                ? Optional.of(directory.path().resolve("audit"))
                : Optional.empty();
    }

    private ListenerSettings listener() {
        TlsIdentity tls = tls();
        if (tls == null && !behindTlsProxy && !isLoopback()) {
            throw misused("--host " + host + " can be reached from other machines, where credentials must not travel"
                    + " unprotected: give --tls-cert and --tls-key, or --behind-tls-proxy if a proxy provides TLS");
        }
        return new ListenerSettings(host, checked("--port", port, 0, MAX_PORT), tls, behindTlsProxy);
    }

    private @Nullable TlsIdentity tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return null;
        }
        if (tlsCertificate == null || tlsKey == null) {
            throw misused("--tls-cert and --tls-key go together");
        }
        return TlsIdentity.read(tlsCertificate, tlsKey);
    }

    private boolean isLoopback() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw misused("--host " + host + " is no address of this machine");
        }
    }

    private List<String> checkedRegions() {
        for (String region : regions) {
            if (!REGION.matcher(region).matches()) {
                throw misused("--region " + region + " is not a region's name, such as eu-central-1");
            }
        }
        return regions;
    }

    private int checked(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw misused(option + " must be a number from " + least + " to " + most);
        }
        return value;
    }

    private ParameterException misused(String message) {
        if (spec == null) {
            throw new IllegalStateException("not run by the command line");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
