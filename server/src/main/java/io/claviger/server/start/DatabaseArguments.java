package io.claviger.server.start;

import io.claviger.access.SessionFormat;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.sealing.SealingKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a database is that servers share. */
public final class DatabaseArguments {

    static final String DATABASE = "database";
    private static final String BOUND = "revocation-bound";
    private static final String NODE = "node";
    private static final String SESSION_TOKENS = "session-tokens";
    private static final int DEFAULT_BOUND = 1000;
    private static final int LEAST_BOUND = 100;
    private static final int MOST_BOUND = 60_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private DatabaseArguments() {}

    /**
     * The database; empty if none is named.
     *
     * @throws Misused if an option is not understood, or goes with others that are missing
     * @throws UnusableSetting if a variable cannot be used or is missing
     */
    static Optional<DataLocation> read(Surroundings system, Arguments arguments) {
        Optional<String> password = system.secret(Variables.DATABASE_PASSWORD);
        Optional<String> url = arguments.text(DATABASE);
        if (url.isEmpty()) {
            for (String option : List.of(BOUND, NODE, SESSION_TOKENS)) {
                if (arguments.has(option)) {
                    throw new Misused("--" + option + " goes with --" + DATABASE);
                }
            }
            if (password.isPresent()) {
                throw new UnusableSetting(Variables.DATABASE_PASSWORD + " is set, and --" + DATABASE + " is missing");
            }
            return Optional.empty();
        }
        if (arguments.has("data")) {
            throw new Misused("Give --data or --" + DATABASE + ", not both: each says where the data is");
        }
        return Optional.of(new DataLocation.Postgres(
                url(DATABASE, url.get()),
                password,
                sealingKey(system),
                node(arguments),
                Duration.ofMillis(arguments.number(BOUND, DEFAULT_BOUND, LEAST_BOUND, MOST_BOUND)),
                sessionTokens(arguments)));
    }

    /**
     * Refuses a next sealing key that the server would not know, while somebody relies on it.
     *
     * @throws UnusableSetting if there is one, and the data is in no database of servers
     */
    static void refuseUnusedKey(Surroundings system, DataLocation data) {
        if (system.secret(Variables.NEXT_SEALING_KEY).isPresent() && !(data instanceof DataLocation.Postgres)) {
            throw new UnusableSetting(Variables.NEXT_SEALING_KEY + " is set, and --" + DATABASE
                    + " is missing: the key of a data directory is changed by ./claviger reseal, without a server");
        }
    }

    /**
     * Reads the URL that an option gives.
     *
     * @throws Misused if it is none
     */
    public static PostgresUrl url(String option, String text) {
        try {
            return PostgresUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Misused("--" + option + " " + e.getMessage());
        }
    }

    /**
     * Reads a sealing key from its variable, or the file that another variable names.
     *
     * @throws UnusableSetting if there is one, and it is no sealing key
     */
    public static Optional<SealingKey.Given> sealingKey(Surroundings system, String variable) {
        return system.secret(variable).map(text -> {
            try {
                return new SealingKey.Given(text);
            } catch (IllegalArgumentException e) {
                throw new UnusableSetting(
                        "The sealing key in " + system.secretVariable(variable) + " " + e.getMessage());
            }
        });
    }

    private static SealingKey sealingKey(Surroundings system) {
        SealingKey.Given key = sealingKey(system, Variables.SEALING_KEY)
                .orElseThrow(() -> new UnusableSetting(Variables.SEALING_KEY + " is missing: with --" + DATABASE
                        + ", every server is given the same key, as openssl rand -base64 32 makes one"));
        return sealingKey(system, Variables.NEXT_SEALING_KEY)
                .<SealingKey>map(next -> new SealingKey.Overlapping(key, next))
                .orElse(key);
    }

    private static String node(Arguments arguments) {
        String name = arguments.text(NODE).orElseGet(DatabaseArguments::hostName);
        if (!NAME.matcher(name).matches()) {
            throw new Misused("--" + NODE + " must be 1 to 64 letters, digits, dots, underscores and hyphens");
        }
        return name;
    }

    private static SessionFormat sessionTokens(Arguments arguments) {
        return switch (arguments.text(SESSION_TOKENS).orElse("compact")) {
            case "compact" -> SessionFormat.COMPACT;
            case "lines" -> SessionFormat.LINES;
            default -> throw new Misused("--" + SESSION_TOKENS + " must be compact or lines");
        };
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new Misused("--" + NODE + " is needed: this machine has no name");
        }
    }
}
