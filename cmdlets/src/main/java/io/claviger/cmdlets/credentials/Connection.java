package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.command.Arguments;
import io.claviger.cmdlets.command.SessionState;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.ShellObject;
import io.claviger.cmdlets.value.TerminatingError;
import io.claviger.cmdlets.value.Text;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/**
 * Whose keys a call is signed with, for which region, sent where; found in the order of AWS Tools for PowerShell:
 * parameters, the session's choice, the environment's keys, {@code AWS_PROFILE}, the profile {@code default}.
 *
 * @param endpoint the server, if it is not AWS's own
 */
public record Connection(
        AwsCredentialsProvider credentials,
        String credentialsFrom,
        String region,
        String regionFrom,
        Optional<URI> endpoint) {

    private record Found(AwsCredentialsProvider keys, String from, String profile) {}

    /**
     * The connection that arguments and session ask for.
     *
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when there are no credentials, or no region
     */
    public static Connection of(Arguments arguments, SessionState session, String service) {
        SharedFiles files = SharedFiles.of(session, arguments.text("ProfileLocation"));
        Found found = keys(arguments, session, files);
        String[] region = region(arguments, session, files, found.profile(), service);
        return new Connection(
                found.keys(),
                found.from(),
                region[0],
                region[1],
                endpoint(arguments, session, files, found.profile(), service));
    }

    private static Found keys(Arguments arguments, SessionState session, SharedFiles files) {
        Map<String, String> environment = session.environment();
        Optional<String> id = arguments.text("AccessKey");
        Optional<String> secret = arguments.text("SecretKey");
        if (id.isPresent() && secret.isPresent()) {
            return new Found(
                    StoredCredentials.keys(id.get(), secret.get(), arguments.text("SessionToken")),
                    "the supplied parameters",
                    "");
        }
        // Not other credentials instead: whoever names a key wants that key. A secret alone is no such wish: it may
        // come
        // with an object of the pipeline, such as a new key that goes on to another cmdlet.
        if (id.isPresent()) {
            throw refused("-AccessKey is given without -SecretKey.");
        }
        Optional<String> named = arguments.text("ProfileName");
        if (named.isPresent()) {
            return profile(files, named.get());
        }
        Optional<StoredCredentials.Source> given = Stream.of(
                        Optional.ofNullable(arguments.get("Credential")),
                        Optional.ofNullable(session.variable(StoredCredentials.VARIABLE)))
                .flatMap(Optional::stream)
                .filter(ShellObject.class::isInstance)
                .map(ShellObject.class::cast)
                .flatMap(one -> StoredCredentials.of(one).stream())
                .findFirst();
        if (given.isPresent()) {
            return new Found(given.get().keys(), "the session", given.get().profile());
        }
        String environmentId = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String environmentSecret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (!environmentId.isEmpty() && !environmentSecret.isEmpty()) {
            return new Found(
                    StoredCredentials.keys(
                            environmentId,
                            environmentSecret,
                            Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))),
                    "the environment",
                    "");
        }
        String chosen = environment.getOrDefault("AWS_PROFILE", "");
        if (!chosen.isEmpty()) {
            return profile(files, chosen);
        }
        return Stream.of("default", "AWS PS Default")
                .filter(name -> files.profile(name).isPresent())
                .findFirst()
                .map(name -> profile(files, name))
                .orElseThrow(() -> refused("No credentials specified or obtained from persisted/shell defaults."));
    }

    private static Found profile(SharedFiles files, String name) {
        return new Found(provider(files, name), "the profile '" + name + "'", name);
    }

    /** The keys of a profile, made by the SDK when they are first needed. */
    static AwsCredentialsProvider provider(SharedFiles files, String name) {
        if (files.profile(name).isEmpty()) {
            throw refused("The profile '" + name + "' could not be found in " + files.credentials() + ".");
        }
        return ProfileCredentialsProvider.builder()
                .profileFile(files.content())
                .profileName(name)
                .build();
    }

    private static String[] region(
            Arguments arguments, SessionState session, SharedFiles files, String profile, String service) {
        Optional<String> given = arguments.text("Region");
        if (given.isPresent()) {
            return new String[] {given.get(), "the supplied parameters"};
        }
        Object stored = session.variable(Regions.VARIABLE);
        if (stored != null) {
            return new String[] {Text.of(stored), "the session"};
        }
        String name = profile.isEmpty() ? "default" : profile;
        Optional<String> written = files.profile(name).flatMap(one -> one.property("region"));
        if (written.isPresent()) {
            return new String[] {written.get(), "the profile '" + name + "'"};
        }
        String environment = session.environment().getOrDefault("AWS_REGION", "");
        if (!environment.isEmpty()) {
            return new String[] {environment, "the environment"};
        }
        if (service.equals("IAM")) {
            return new String[] {"us-east-1", "the service's default"};
        }
        throw refused("No region specified or obtained from persisted/shell defaults.");
    }

    private static Optional<URI> endpoint(
            Arguments arguments, SessionState session, SharedFiles files, String profile, String service) {
        Map<String, String> environment = session.environment();
        boolean ignored = environment
                .getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "")
                .equalsIgnoreCase("true");
        Stream<Optional<String>> configured = ignored
                ? Stream.of()
                : Stream.of(
                        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service)),
                        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")),
                        files.profile(profile.isEmpty() ? "default" : profile)
                                .flatMap(one -> one.property("endpoint_url")));
        return Stream.concat(Stream.of(arguments.text("EndpointUrl")), configured)
                .flatMap(Optional::stream)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .map(Connection::uri);
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

    private static TerminatingError refused(String message) {
        return new TerminatingError(ErrorRecord.of(
                io.claviger.cmdlets.value.ErrorCategory.INVALID_OPERATION,
                "InvalidOperationException",
                "System.InvalidOperationException",
                message));
    }
}
