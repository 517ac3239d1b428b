package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the role that an EC2 instance has, from <a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">its metadata service</a>,
 * version 2. Version 1 is not used: it answers anyone who can make the machine send a GET.
 */
record InstanceKeys(URI endpoint) implements RefreshedKeys.Origin {

    private static final String ENDPOINT = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    private static final String SECONDS = "21600";
    private static final String ROLES = "latest/meta-data/iam/security-credentials/";

    /** The instance's keys, unless the environment disables them. */
    static Optional<InstanceKeys> of(Map<String, String> environment) {
        if (environment.getOrDefault("AWS_EC2_METADATA_DISABLED", "").equalsIgnoreCase("true")) {
            return Optional.empty();
        }
        if (isNamed(environment)) {
            return Optional.of(new InstanceKeys(address(environment.getOrDefault(ENDPOINT, ""))));
        }
        boolean six = environment
                .getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "")
                .equalsIgnoreCase("IPv6");
        return Optional.of(new InstanceKeys(URI.create(six ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/")));
    }

    /** Whether the environment names the service. */
    static boolean isNamed(Map<String, String> environment) {
        return !environment.getOrDefault(ENDPOINT, "").isEmpty();
    }

    private static URI address(String text) {
        return WebAddress.of(text.endsWith("/") ? text : text + "/")
                .orElseThrow(() -> KeyErrors.of(ENDPOINT + " is not an http or https address."));
    }

    @Override
    public KeysDocument ask() {
        String token = text("PUT", "latest/api/token", Map.of("X-aws-ec2-metadata-token-ttl-seconds", SECONDS));
        Map<String, String> shown = Map.of("X-aws-ec2-metadata-token", token);
        String role = text("GET", ROLES, shown).lines().findFirst().orElse("");
        if (!role.matches("[\\w+=,.@-]{1,128}")) {
            throw KeyErrors.of(KeysServer.named(endpoint) + " names no role of the machine.");
        }
        URI address = endpoint.resolve(ROLES + role);
        return KeysDocument.of(
                KeysServer.ask("GET", address, shown), KeysServer.named(address), "Token", Optional.empty());
    }

    private String text(String method, String path, Map<String, String> headers) {
        URI address = endpoint.resolve(path);
        String text = new String(KeysServer.ask(method, address, headers), StandardCharsets.US_ASCII).strip();
        if (text.isEmpty()) {
            throw KeyErrors.of(KeysServer.named(address) + " gives an empty answer.");
        }
        return text;
    }
}
