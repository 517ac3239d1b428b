package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.WebAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a container, as <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">the environment</a> of ECS
 * and EKS names them.
 *
 * @param token the token for the server; empty for none
 * @param tokenFile the file with the token, read each time; used rather than {@code token}
 */
record ContainerKeys(URI address, String token, String tokenFile) implements RefreshedKeys.Origin {

    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String ENDPOINT = "AWS_CONTAINER_SERVICE_ENDPOINT";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private static final String SERVICE = "http://169.254.170.2";
    private static final List<String> SERVERS = List.of("169.254.170.2", "169.254.170.23", "[fd00:ec2::23]");
    private static final long MAX_TOKEN_BYTES = 20_000;

    /** The keys that an environment names, if it names any. */
    static Optional<ContainerKeys> of(Map<String, String> environment, Path folder) {
        String relative = environment.getOrDefault(RELATIVE, "");
        String full = environment.getOrDefault(FULL, "");
        if (relative.isEmpty() && full.isEmpty()) {
            return Optional.empty();
        }
        String service = environment.getOrDefault(ENDPOINT, "");
        URI address = relative.isEmpty()
                ? trusted(full, FULL)
                : service.isEmpty()
                        ? trusted(SERVICE + path(relative), RELATIVE)
                        : trusted(service + path(relative), ENDPOINT);
        String file = environment.getOrDefault(TOKEN_FILE, "");
        return Optional.of(new ContainerKeys(
                address,
                environment.getOrDefault(TOKEN, ""),
                file.isEmpty() ? "" : folder.resolve(file).toString()));
    }

    // Anything but a path, appended to the host's name, could change the host.
    private static String path(String relative) {
        if (!relative.startsWith("/")) {
            throw KeyErrors.of(RELATIVE + " does not begin with a slash.");
        }
        return relative;
    }

    private static URI address(String text, String variable) {
        return WebAddress.of(text).orElseThrow(() -> KeyErrors.of(variable + " is not an http or https address."));
    }

    private static boolean isTls(URI address) {
        return "https".equals(address.getScheme());
    }

    // A variable must not cause a token to be sent unencrypted to any server.
    private static URI trusted(String text, String variable) {
        URI address = address(text, variable);
        if (isTls(address) || SERVERS.contains(address.getHost()) || isLoopback(address.getHost())) {
            return address;
        }
        throw KeyErrors.of(variable + " is neither https nor an address of this machine or of ECS or EKS.");
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Override
    public KeysDocument ask() {
        String shown = tokenFile.isEmpty() ? token : read(Path.of(tokenFile));
        if (shown.chars().anyMatch(one -> one < ' ' || one > '~')) {
            throw KeyErrors.of(
                    (tokenFile.isEmpty() ? TOKEN : TOKEN_FILE) + " has a character that no header can have.");
        }
        return KeysDocument.of(
                KeysServer.ask("GET", address, shown.isEmpty() ? Map.of() : Map.of("Authorization", shown)),
                KeysServer.named(address),
                "Token",
                Optional.empty());
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) <= MAX_TOKEN_BYTES) {
                return Files.readString(file).strip();
            }
        } catch (IOException _) {
            // Reported below.
        }
        throw KeyErrors.of("The token in '" + file + "' (" + TOKEN_FILE + ") cannot be read.");
    }

    @Override
    public String toString() {
        return "ContainerKeys[" + address + "]";
    }
}
