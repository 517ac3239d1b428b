package io.claviger.server.start;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.repeatable;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import io.claviger.server.command.Version;
import io.claviger.server.composition.FirstStart.Outcome;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.FirstProfile.Kept;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code claviger start}: serves until it is stopped. */
public final class StartCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);

    private final Surroundings system;

    public StartCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "Serves IAM and STS until it is told to stop (Ctrl-C or SIGTERM).";
    }

    @Override
    public String details() {
        return "The first start on an empty data directory creates the account and prints its access key, once.";
    }

    @Override
    public Options options() {
        Options options = new Options()
                .addOption(value(
                        "data",
                        "DIR",
                        "Where the data is; \":memory:\" keeps none. Default: $XDG_DATA_HOME/claviger, or"
                                + " ~/.local/share/claviger"))
                .addOption(value(
                        "database",
                        "URL",
                        "Keep the data in this PostgreSQL database instead, which several servers share:"
                                + " postgresql://USER@HOST[,HOST]/DATABASE"))
                .addOption(value(
                        "revocation-bound",
                        "MS",
                        "With --database: how many milliseconds after another server's change this one may go by what"
                                + " was before; if it cannot know, it refuses. Default: 1000"))
                .addOption(value(
                        "node",
                        "NAME",
                        "With --database: what the audit trail calls this server. Default: the machine's name"))
                .addOption(value(
                        "session-tokens",
                        "FORMAT",
                        "With --database: \"lines\" while a server shares it that is too old to read \"compact\"."
                                + " Default: compact"))
                .addOption(value(
                        "store-as",
                        "NAME",
                        "At the first start, store the access key as this profile of ~/.aws/credentials instead of"
                                + " printing it"))
                .addOption(value(
                        "bootstrap",
                        "FILE",
                        "Before serving, make users, groups, roles, policies and identity providers as this file of"
                                + " YAML or JSON declares them"))
                .addOption(flag("bootstrap-plan", "Print what --bootstrap would do, do nothing of it, and end"))
                .addOption(value("host", "ADDRESS", "Default: 127.0.0.1"))
                .addOption(value("port", "N", "0 for any that is free. Default: 7080"))
                .addOption(value(
                        "tls-cert", "FILE", "Serve HTTPS: the certificate, and those that lead to its root, in PEM"))
                .addOption(value("tls-key", "FILE", "The certificate's private key in PEM"))
                .addOption(flag(
                        "behind-tls-proxy",
                        "A proxy that speaks TLS stands in front, and nothing else reaches this address"))
                .addOption(value(
                        "public-url",
                        "URL",
                        "Where everybody reaches this server, for the tokens that it issues. Default: where it"
                                + " listens"))
                .addOption(RegionArguments.ofStart())
                .addOption(value("users-per-account", "N", "The quota of users. Default: 5000, as at AWS"))
                .addOption(value(
                        "cached",
                        "N",
                        "How many callers, and how many users looked at, are kept in memory. Default: as many as the"
                                + " heap has room for"))
                .addOption(value(
                        "oidc-addresses",
                        "public|any",
                        "Where identity providers may be that are asked for their keys: on the internet, or in private"
                                + " networks and on this machine too. Default: public"))
                .addOption(repeatable(
                        "oidc-keys",
                        "ISSUER=FILE",
                        "Take an identity provider's keys from this JWKS document instead of asking it, repeatable;"
                                + " a replaced file is read again"))
                .addOption(
                        value(
                                "encoded-denials",
                                "on|off",
                                "Whether denials bring an encoded message, which DecodeAuthorizationMessage reads. Default: off"))
                .addOption(value("metrics", "on|off", "Whether /metrics shows meters to Prometheus. Default: on"))
                .addOption(value(
                        "audit-dir",
                        "DIR",
                        "Where the audit trail is. Default: audit in the data directory; none with \":memory:\""))
                .addOption(value(
                        "audit-size",
                        "MIB",
                        "How much the audit trail's full files may take; the oldest are deleted. Default: 1024"))
                .addOption(value(
                        "audit-unverified-size",
                        "MIB",
                        "The same for events that nobody is known to have signed. Default: 128"))
                .addOption(
                        value("audit-days", "N", "Delete the audit trail's files after so many days. Default: never"))
                .addOption(value("log-level", "LEVEL", "error, warn, info or debug. Default: info"));
        ConsoleArguments.describe(options);
        return options.addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Variables.check(system.environment());
        StartArguments start = new StartArguments(system, arguments);
        Settings settings = start.settings();
        ListenerSettings address = start.listener();
        Optional<FirstProfile> profile = start.firstProfile();
        if (settings.data().isNew()) {
            profile.ifPresent(wanted -> wanted.mustBeFree(settings.firstStart().administratorKey()));
        }
        Bootstrap bootstrap = Bootstrap.of(system, arguments);
        Logging.start(arguments.choice("log-level", LogLevel.class, LogLevel.INFO), system.err());
        if (bootstrap.isPlanOnly()) {
            bootstrap.printPlan(settings);
            return 0;
        }
        RunningServer server = RunningServer.start(
                address,
                settings,
                system.clock(),
                url -> new FirstCredentials(new Greeting(system.out(), settings, url), profile),
                bootstrap::apply);
        if (server.account() instanceof Outcome.Existing existing) {
            Greeting greeting = new Greeting(system.out(), settings, server.endpoint());
            greeting.begin();
            greeting.print(
                    existing,
                    profile.map(wanted -> wanted.ofAnEarlierStart(server::hasAccessKey))
                            .orElseGet(Kept.Unasked::new));
        }
        LOG.info(
                "Claviger {} serves IAM and STS at {}, account {}, data in {}",
                Version.current(),
                server.endpoint(),
                server.account().accountId(),
                settings.data());
        system.lifetime().untilStopped(() -> stop(server));
        return 0;
    }

    private void stop(RunningServer server) {
        server.close();
        LOG.info("Claviger has stopped");
        system.out().println("Claviger has stopped.");
        system.out().flush();
    }
}
