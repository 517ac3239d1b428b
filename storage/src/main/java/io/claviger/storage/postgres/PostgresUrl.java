package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is, as libpq writes it: {@code postgresql://user@host1:5432,host2/database?sslmode=…}.
 *
 * @param hosts one or more, of which the one that takes writes is used
 * @param parameters those that were given, by name
 * @see <a href="https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING">Connection strings</a>
 */
public record PostgresUrl(String user, List<Host> hosts, String database, Map<String, String> parameters) {

    static final String SSL_MODE = "sslmode";
    static final String SSL_ROOT_CERT = "sslrootcert";
    static final String SSL_CERT = "sslcert";
    static final String SSL_KEY = "sslkey";
    static final String CONNECT_TIMEOUT = "connect_timeout";
    static final String VERIFIED = "verify-full";
    static final String UNENCRYPTED = "disable";

    private static final String TARGET = "target_session_attrs";
    private static final String WRITES = "read-write";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_PORT = 65_535;

    private static final Pattern URL =
            Pattern.compile("postgres(?:ql)?://(?:([^@/?]*)@)?([^/?@]*)(?:/([^/?]*))?(?:\\?(.*))?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");
    private static final Set<String> KNOWN =
            Set.of(SSL_MODE, SSL_ROOT_CERT, SSL_CERT, SSL_KEY, CONNECT_TIMEOUT, TARGET, "application_name");

    /** One server. */
    public record Host(String name, int port) {

        boolean isLoopback() {
            return LOOPBACK.contains(name);
        }

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public PostgresUrl {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence; a password is not repeated
     */
    public static PostgresUrl parse(String text) {
        if (text.startsWith("jdbc:")) {
            throw new IllegalArgumentException("begins with postgresql://, without jdbc:");
        }
        Matcher parts = URL.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("is not a URL such as postgresql://claviger@db1,db2/claviger");
        }
        String user =
                Optional.ofNullable(parts.group(1)).map(PostgresUrl::decoded).orElse("");
        if (Optional.ofNullable(parts.group(1)).orElse("").contains(":")) {
            throw new IllegalArgumentException(
                    "must not hold the password, which other users of this machine could read: put it into"
                            + " CLAVIGER_DATABASE_PASSWORD, or into a file that CLAVIGER_DATABASE_PASSWORD_FILE names");
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("names no user: postgresql://USER@HOST/DATABASE");
        }
        String database =
                Optional.ofNullable(parts.group(3)).map(PostgresUrl::decoded).orElse("");
        if (database.isEmpty()) {
            throw new IllegalArgumentException("names no database: postgresql://USER@HOST/DATABASE");
        }
        return new PostgresUrl(user, hosts(parts.group(2)), database, parameters(parts.group(4)));
    }

    private static List<Host> hosts(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("names no host: postgresql://USER@HOST/DATABASE");
        }
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            Matcher parts = HOST.matcher(host);
            if (!parts.matches()) {
                throw new IllegalArgumentException("names \"" + host + "\", which is not a host, or host:port");
            }
            int port = parts.group(2) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(2));
            if (port < 1 || port > MAX_PORT) {
                throw new IllegalArgumentException(
                        "names the port " + port + ": a port is a number from 1 to " + MAX_PORT);
            }
            hosts.add(new Host(parts.group(1).replaceAll("[\\[\\]]", ""), port));
        }
        return hosts;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return parameters;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("has the parameter \"" + name + "\", which is not one of "
                        + String.join(", ", KNOWN.stream().sorted().toList()));
            }
            check(name, value);
            if (parameters.put(name, value) != null) {
                throw new IllegalArgumentException("has the parameter " + name + " twice");
            }
        }
        return parameters;
    }

    private static void check(String name, String value) {
        boolean wrong = switch (name) {
            case SSL_MODE -> !value.equals(VERIFIED) && !value.equals(UNENCRYPTED);
            case TARGET -> !value.equals(WRITES);
            case CONNECT_TIMEOUT -> !value.matches("[1-9][0-9]{0,2}");
            default -> value.isEmpty();
        };
        if (wrong) {
            throw new IllegalArgumentException("has " + name + "=" + value + ", and can have "
                    + switch (name) {
                        case SSL_MODE -> VERIFIED + ", which checks the server's certificate, or " + UNENCRYPTED;
                        case TARGET -> WRITES + " alone, which it has without being asked to";
                        case CONNECT_TIMEOUT -> "a number of seconds from 1 to 999";
                        default -> "a value there";
                    });
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** A parameter that was given. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** How the connection is protected: encrypted to a server whose certificate is checked, unless all are this machine. */
    String sslMode() {
        return parameter(SSL_MODE).orElse(hosts.stream().allMatch(Host::isLoopback) ? UNENCRYPTED : VERIFIED);
    }

    /** The hosts and the database. */
    @Override
    public String toString() {
        return "postgresql://"
                + String.join(",", hosts.stream().map(Host::toString).toList()) + "/" + database;
    }
}
