package io.claviger.server.start;

import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.KeyFiles;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.Quotas;
import io.claviger.server.audit.AuditDirectory;
import io.claviger.server.audit.Retention;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.TlsIdentity;
import io.claviger.storage.sealing.SealingKey;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes settings of the options of {@code claviger start} and of the environment, or says why they cannot be used. */
public final class StartArguments {

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final int DEFAULT_PORT = 7080;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_CACHED = 10_000_000;
    private static final int DEFAULT_AUDIT = 1024;
    private static final int DEFAULT_UNVERIFIED = 128;
    private static final int HEAP_BYTES_PER_CACHED = 32 * 1024;

    private final Surroundings system;
    private final Arguments arguments;

    /** Reads them from the line and the environment. */
    public StartArguments(Surroundings system, Arguments arguments) {
        this.system = system;
        this.arguments = arguments;
    }

    /**
     * The settings.
     *
     * @throws Misused when an option is not understood
     * @throws io.claviger.server.command.UnusableSetting when a variable cannot be used
     */
    public Settings settings() {
        DataLocation data = data();
        DatabaseArguments.refuseUnusedKey(system, data);
        return new Settings(
                data,
                RegionArguments.read(arguments),
                Quotas.AWS.withUsersPerAccount(
                        arguments.number("users-per-account", Quotas.AWS.usersPerAccount(), 1, Integer.MAX_VALUE)),
                arguments.number("cached", cachedByHeap(Runtime.getRuntime().maxMemory()), 0, MAX_CACHED),
                arguments.choice("metrics", Switch.class, Switch.ON) == Switch.ON,
                audit(data),
                FirstStartVariables.read(system),
                arguments.text("public-url").map(StartArguments::publicUrl),
                openIdConnect(),
                ConsoleArguments.settings(arguments),
                arguments.choice("encoded-denials", Switch.class, Switch.OFF) == Switch.ON);
    }

    private OpenIdConnect.Settings openIdConnect() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String text : arguments.texts("oidc-keys")) {
            int equals = text.indexOf('=');
            if (!text.startsWith("https://") || equals < 0 || equals == text.length() - 1) {
                throw new Misused("--oidc-keys " + text + " is not an https URL, =, and a file, such as"
                        + " https://issuer.example=keys.json");
            }
            if (files.put(text.substring(0, equals), Path.of(text.substring(equals + 1))) != null) {
                throw new Misused("--oidc-keys gives " + text.substring(0, equals) + " two files");
            }
        }
        try {
            new KeyFiles(files);
        } catch (IllegalArgumentException e) {
            throw new Misused("--oidc-keys: " + e.getMessage());
        }
        return new OpenIdConnect.Settings(arguments.choice("oidc-addresses", Addresses.class, Addresses.PUBLIC), files);
    }

    /**
     * The profile that the first start's key is stored as, if one is wanted.
     *
     * @throws Misused when there can be no such profile
     */
    public Optional<FirstProfile> firstProfile() {
        return arguments
                .text("store-as")
                .map(name -> FirstProfile.of(
                        name, system, arguments.text("tls-cert").map(Path::of).filter(TlsIdentity::endsWithItsRoot)));
    }

    /** One for each 32 KiB of the heap: with its policies, even a large one then leaves most of the heap free. */
    public static int cachedByHeap(long heapBytes) {
        return (int) Math.min(heapBytes / HEAP_BYTES_PER_CACHED, MAX_CACHED);
    }

    /** Where the data is. */
    public DataLocation data() {
        return DatabaseArguments.read(system, arguments).orElseGet(this::own);
    }

    private DataLocation own() {
        // Even if it is not used: anyone who gives one relies on it.
        Optional<SealingKey.Given> key = DatabaseArguments.sealingKey(system, Variables.SEALING_KEY);
        Optional<String> given = arguments.text("data");
        if (given.filter(DataLocation.MEMORY::equals).isPresent()) {
            return new DataLocation.InMemory();
        }
        Path directory = given.map(Path::of).orElseGet(this::defaultDirectory);
        return new DataLocation.Directory(directory, key);
    }

    private Path defaultDirectory() {
        return system.variable("XDG_DATA_HOME")
                .map(Path::of)
                .or(() -> system.variable("HOME").map(home -> Path.of(home, ".local", "share")))
                .orElseThrow(() -> new Misused("--data is needed: neither XDG_DATA_HOME nor HOME is set"))
                .resolve("claviger");
    }

    private Optional<AuditDirectory.Settings> audit(DataLocation data) {
        int days = arguments.number("audit-days", Retention.FOREVER, 1, Retention.FOREVER);
        Retention verified = new Retention(mebibytes("audit-size", DEFAULT_AUDIT), days);
        Retention unverified = new Retention(mebibytes("audit-unverified-size", DEFAULT_UNVERIFIED), days);
        return auditDirectory(data)
                .map(directory -> new AuditDirectory.Settings(
                        directory, verified, unverified, data.node().orElse(null)));
    }

    private long mebibytes(String option, int otherwise) {
        return (long) arguments.number(option, otherwise, 1, Integer.MAX_VALUE) << 20;
    }

    /** Where the audit trail is; empty if there is none. */
    public Optional<Path> auditDirectory(DataLocation data) {
        return arguments.text("audit-dir").map(Path::of).or(() -> data.auditDirectory(this::defaultDirectory));
    }

    /**
     * Where to listen.
     *
     * @throws Misused when an option is not understood
     * @throws io.claviger.server.http.UnusableTls when a file cannot be used
     */
    public ListenerSettings listener() {
        String host = withoutBrackets(arguments.text("host").orElse(DEFAULT_HOST));
        boolean behindTlsProxy = arguments.has("behind-tls-proxy");
        TlsIdentity tls = tls();
        if (tls == null && !behindTlsProxy && !isLoopback(host)) {
            throw new Misused("--host " + host + " can be reached from other machines, where credentials must not"
                    + " travel unprotected: give --tls-cert and --tls-key, or --behind-tls-proxy if a proxy provides"
                    + " TLS");
        }
        return new ListenerSettings(host, arguments.number("port", DEFAULT_PORT, 0, MAX_PORT), tls, behindTlsProxy);
    }

    /** An IPv6 address may stand in brackets, as it does in a URL. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") && host.contains(":")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private @Nullable TlsIdentity tls() {
        Optional<String> certificate = arguments.text("tls-cert");
        Optional<String> key = arguments.text("tls-key");
        if (certificate.isPresent() != key.isPresent()) {
            throw new Misused("--tls-cert and --tls-key go together");
        }
        return certificate.isEmpty() ? null : TlsIdentity.read(Path.of(certificate.get()), Path.of(key.orElseThrow()));
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new Misused("--host " + host + " is not an address of this machine");
        }
    }

    /** Without the slashes at its end. */
    private static URI publicUrl(String text) {
        String trimmed = text.replaceAll("/+$", "");
        URI url;
        try {
            url = new URI(trimmed);
        } catch (URISyntaxException e) {
            throw new Misused("--public-url " + text + " is not a URL, such as https://iam.example.com");
        }
        boolean isPlain = url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (!isPlain || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new Misused("--public-url " + text + " is not the URL of a server, such as https://iam.example.com");
        }
        if (url.getScheme().equals("http") && !isLoopbackName(withoutBrackets(url.getHost()))) {
            throw new Misused("--public-url " + text + " is read by other machines, who must know whose keys they get:"
                    + " it begins with https");
        }
        return url;
    }

    /** Whether it is this machine itself, as far as the text shows: the URL may be one that only others can look up. */
    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
