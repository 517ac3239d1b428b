package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a service's calls go, as environment and profile have it.
 *
 * @param endpoint the server, if it is not AWS's own
 * @param trust the certificates that it is known by, if they are not those that the JDK trusts
 */
public record Place(Optional<URI> endpoint, Optional<Path> trust) {

    private static final String ENDPOINT = "endpoint_url";
    private static final String SERVICES = "services";
    private static final String IGNORED = "ignore_configured_endpoint_urls";
    private static final String TRUST = "ca_bundle";

    /** The settings of a profile that say where its calls go. */
    public static final Set<String> SETTINGS = Set.of(ENDPOINT, SERVICES, IGNORED);

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
     * The place, in the order of <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS's
     * SDKs</a>: what is given, the service's variable, the variable for all, the service's address in
     * the profile's section of services, {@code endpoint_url}. A role whose profile says nothing of it is where its source is, which has
     * given its keys.
     *
     * @param given the address that was asked for
     * @param own what is known of the keys themselves, as a profile says it
     * @param profile the profile that is looked into
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when the address is no http or https address, or its section is missing
     */
    public static Place of(
            Optional<String> given,
            SessionValues session,
            Map<String, String> own,
            SharedFiles files,
            String profile,
            String service) {
        Map<String, String> environment = session.environment();
        Optional<String> bundle = files.setting(profile, TRUST);
        Optional<String> endpoint = given.filter(one -> !one.isEmpty());
        if (endpoint.isEmpty() && !ignored(environment, own, files, profile)) {
            endpoint = first(environment, "AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL");
            if (endpoint.isEmpty()) {
                endpoint = written(first(own, SERVICES), first(own, ENDPOINT), files, service);
            }
            Set<String> seen = new HashSet<>();
            for (String at = profile;
                    endpoint.isEmpty() && seen.add(at) && (at.equals(profile) || !isTrue(files.setting(at, IGNORED)));
                    at = source(files, at)) {
                endpoint = written(files.setting(at, SERVICES), files.setting(at, ENDPOINT), files, service);
                Optional<String> here = files.setting(at, TRUST);
                bundle = here.isPresent() && (endpoint.isPresent() || bundle.isEmpty()) ? here : bundle;
            }
        }
        Optional<String> known = first(environment, "AWS_CA_BUNDLE");
        known = known.isPresent() ? known : first(own, TRUST);
        return new Place(endpoint.map(Place::uri), (known.isPresent() ? known : bundle).map(session.folder()::resolve));
    }

    private static Optional<String> first(Map<String, String> values, String... names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static boolean ignored(
            Map<String, String> environment, Map<String, String> own, SharedFiles files, String profile) {
        Optional<String> variable = first(environment, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        return isTrue(
                variable.isPresent()
                        ? variable
                        : own.containsKey(ENDPOINT) ? first(own, IGNORED) : files.setting(profile, IGNORED));
    }

    private static boolean isTrue(Optional<String> value) {
        return value.isPresent() && value.get().equalsIgnoreCase("true");
    }

    private static Optional<String> written(
            Optional<String> services, Optional<String> endpoint, SharedFiles files, String service) {
        Optional<String> one = services.isPresent() ? files.endpoint(services.get(), service) : services;
        return one.isPresent() ? one : endpoint;
    }

    /** The profile whose keys a role is assumed with; itself where it is none. */
    private static String source(SharedFiles files, String profile) {
        return files.setting(profile, "role_arn").isPresent()
                ? files.setting(profile, "source_profile").orElse(profile)
                : profile;
    }

    private static URI uri(String text) {
        // Nobody is sent it, and errors would repeat it.
        if (text.indexOf('@') >= 0) {
            throw new TerminatingError(
                    ErrorRecord.argument("An endpoint's address has no user's name and no password (no @)."));
        }
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
