package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.WebAddress;
import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.profiles.ProfileSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server for a service's calls, from the environment and the profile.
 *
 * @param endpoint the server's address; empty for AWS's own
 * @param trust a file of the certificates to trust; empty for those that the JDK trusts
 */
public record Endpoint(Optional<URI> endpoint, Optional<Path> trust) {

    private static final String ENDPOINT = "endpoint_url";
    private static final String SERVICES = "services";
    private static final String IGNORED = "ignore_configured_endpoint_urls";
    private static final String TRUST = "ca_bundle";

    /** The settings of a profile about the endpoint. */
    public static final Set<String> SETTINGS = Set.of(ENDPOINT, SERVICES, IGNORED);

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    /**
     * Returns the address if calls can go to it.
     *
     * @throws TerminatingError if it is not an http or https address
     */
    public static String requireAddress(String address) {
        return uri(address).toString();
    }

    /**
     * Returns the name if it can be a region's: it becomes part of a host name and of what is signed.
     *
     * @param from where it comes from, for the message
     * @throws TerminatingError if it cannot be a region's name
     */
    public static String requireRegion(String name, String from) {
        if (!REGION.matcher(name).matches()) {
            throw KeyErrors.of("'" + name + "' (from " + from + ") is not the system name of a region.");
        }
        return name;
    }

    /** The settings of a profile with this endpoint. */
    public ProfileSettings settings() {
        ProfileSettings settings = endpoint.map(server -> ProfileSettings.NONE.with(ENDPOINT, server.toString()))
                .orElse(ProfileSettings.NONE);
        return settings.isEmpty()
                ? settings
                : trust.map(file -> settings.with(TRUST, file.toString())).orElse(settings);
    }

    /**
     * The endpoint, in the order of <a
     * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS's SDKs</a>: the argument,
     * the service's variable, the variable for all, the service's address in the profile's section of services, {@code
     * endpoint_url}. A role whose profile does not say it uses the endpoint of the profile whose keys it is assumed
     * with.
     *
     * @param given the address that was asked for
     * @param own what is known of the keys themselves, as a profile says it
     * @param profile the profile that is looked into
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when the address is no http or https address, or its section is missing
     */
    public static Endpoint of(
            Optional<String> given,
            SessionValues session,
            ProfileSettings own,
            SharedFiles files,
            String profile,
            String service) {
        Map<String, String> environment = session.environment();
        Optional<String> bundle = files.setting(profile, TRUST);
        Optional<String> endpoint = given.filter(one -> !one.isEmpty());
        if (endpoint.isEmpty() && !ignored(environment, own, files, profile)) {
            endpoint = first(environment, "AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL");
            if (endpoint.isEmpty()) {
                endpoint = written(own.value(SERVICES), own.value(ENDPOINT), files, service);
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
        known = known.isPresent() ? known : own.value(TRUST);
        return new Endpoint(
                endpoint.map(Endpoint::uri), (known.isPresent() ? known : bundle).map(session.folder()::resolve));
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
            Map<String, String> environment, ProfileSettings own, SharedFiles files, String profile) {
        Optional<String> variable = first(environment, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        return isTrue(
                variable.isPresent()
                        ? variable
                        : own.has(ENDPOINT) ? own.value(IGNORED) : files.setting(profile, IGNORED));
    }

    private static boolean isTrue(Optional<String> value) {
        return value.isPresent() && value.get().equalsIgnoreCase("true");
    }

    private static Optional<String> written(
            Optional<String> services, Optional<String> endpoint, SharedFiles files, String service) {
        Optional<String> one = services.isPresent() ? files.endpoint(services.get(), service) : services;
        return one.isPresent() ? one : endpoint;
    }

    /** The profile whose keys a role is assumed with; the profile itself if it is no role. */
    private static String source(SharedFiles files, String profile) {
        return files.setting(profile, "role_arn").isPresent()
                ? files.setting(profile, "source_profile").orElse(profile)
                : profile;
    }

    private static URI uri(String text) {
        // It would never be sent, and errors would show it.
        if (text.indexOf('@') >= 0) {
            throw new TerminatingError(
                    ErrorRecord.argument("An endpoint's address has no user's name and no password (no @)."));
        }
        return WebAddress.of(text)
                .orElseThrow(() ->
                        new TerminatingError(ErrorRecord.argument("'" + text + "' is not an http or https address.")));
    }
}
