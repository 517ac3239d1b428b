package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.command.SessionState;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a service's calls go, as environment and profile have it.
 *
 * @param endpoint the server, if it is not AWS's own
 * @param trust the certificates that it is known by, if they are not those that the JDK trusts
 */
public record Place(Optional<URI> endpoint, Optional<Path> trust) {

    private static final String ENDPOINT = "endpoint_url";
    private static final String TRUST = "ca_bundle";
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    /**
     * The address, if it is one that calls can go to.
     *
     * @throws TerminatingError when it is no http or https address
     */
    public static String checked(String address) {
        return uri(address).toString();
    }

    /**
     * A region's name, if it can be one: it becomes part of a server's name and of what is signed.
     *
     * @param from who says so, for the sentence that refuses it
     * @throws TerminatingError when it cannot be a region's name
     */
    public static String region(String name, String from) {
        if (!REGION.matcher(name).matches()) {
            throw Refusals.of("'" + name + "' (from " + from + ") is no region's system name.");
        }
        return name;
    }

    /** What a profile says so that its calls go here. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        endpoint.ifPresent(server -> {
            settings.put(ENDPOINT, server.toString());
            trust.ifPresent(file -> settings.put(TRUST, file.toString()));
        });
        return settings;
    }

    /**
     * The place.
     *
     * @param given the address that was asked for
     * @param own what is known of the keys themselves, as a profile says it
     * @param profile the profile that is looked into
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when the address is no http or https address
     */
    public static Place of(
            Optional<String> given,
            SessionState session,
            Map<String, String> own,
            SharedFiles files,
            String profile,
            String service) {
        Map<String, String> environment = session.environment();
        boolean ignored = environment
                .getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "")
                .equalsIgnoreCase("true");
        Stream<Optional<String>> configured = ignored
                ? Stream.of()
                : Stream.of(
                        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service)),
                        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")),
                        Optional.ofNullable(own.get(ENDPOINT)),
                        files.setting(profile, ENDPOINT));
        Optional<URI> endpoint =
                first(Stream.concat(Stream.of(given), configured)).map(Place::uri);
        Optional<Path> trust = first(Stream.of(
                        Optional.ofNullable(environment.get("AWS_CA_BUNDLE")),
                        Optional.ofNullable(own.get(TRUST)),
                        files.setting(profile, TRUST)))
                .map(session.folder()::resolve);
        return new Place(endpoint, trust);
    }

    private static Optional<String> first(Stream<Optional<String>> candidates) {
        return candidates
                .flatMap(Optional::stream)
                .filter(one -> !one.isEmpty())
                .findFirst();
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new TerminatingError(ErrorRecord.argument("'" + text + "' is no http or https address."));
    }
}
