package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.Endpoint;
import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.cmdlets.keys.MachineKeys;
import io.claviger.cmdlets.keys.ProfileKeys;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.cmdlets.keys.StaticKeys;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.profiles.ProfileSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The keys that a call is signed with, its region and its endpoint; found in the order of AWS Tools for PowerShell:
 * parameters, the session's choice, the environment's keys, {@code AWS_PROFILE}, the profile {@code default}, the
 * environment's role, the machine.
 *
 * @param endpoint the server's address; empty for AWS's own
 * @param trust a file of the certificates to trust; empty for those that the JDK trusts
 */
public record Connection(
        AwsCredentialsProvider credentials,
        String credentialsFrom,
        String region,
        String regionFrom,
        Optional<URI> endpoint,
        Optional<Path> trust) {

    private static final String DEFAULT = "default";

    /**
     * Keys, and the profile and files that may have the region and the endpoint too.
     *
     * @param own settings that belong to the keys, as in a profile
     */
    private record Found(
            AwsCredentialsProvider keys, String from, ProfileSettings own, String profile, SharedFiles files) {

        Found with(AwsCredentialsProvider others, String origin) {
            return new Found(others, origin, own, profile, files);
        }
    }

    /** A region, and where it comes from. */
    private record Chosen(String region, String from) {}

    /**
     * The connection for these arguments in this session.
     *
     * @param service {@code IAM} or {@code STS}
     * @param signedByNobody whether the call is not signed; no keys are looked for then
     * @throws TerminatingError if there are no credentials, or there is no region
     */
    public static Connection of(Arguments arguments, CmdletContext context, String service, boolean signedByNobody) {
        SessionValues session = context.session();
        SharedFiles files = SharedFiles.of(session, arguments.text("ProfileLocation"));
        Found found = signedByNobody
                ? nobody(arguments, session, files)
                : keys(arguments, session, files, Optional.of(context.prompts()));
        return by(found, arguments, session, service);
    }

    /**
     * The same for completion, while a command is being typed: no one is asked for an MFA code, and no program is run
     * for its keys.
     *
     * @throws TerminatingError as {@link #of}
     */
    public static Connection unasked(Arguments arguments, SessionValues session, String service) {
        SharedFiles files = SharedFiles.of(session, arguments.text("ProfileLocation"));
        return by(keys(arguments, session, files, Optional.empty()), arguments, session, service);
    }

    private static Connection by(Found found, Arguments arguments, SessionValues session, String service) {
        Chosen region = region(arguments, session, found, service);
        Endpoint.requireRegion(region.region(), region.from());
        Endpoint server = Endpoint.of(
                arguments.text("EndpointUrl"), session, found.own(), found.files(), found.profile(), service);
        return new Connection(
                found.keys(), found.from(), region.region(), region.from(), server.endpoint(), server.trust());
    }

    /**
     * Marks a response that came over this connection: keys in it are only sent to the same server, if it is not AWS's
     * own.
     */
    public ShellObject marked(ShellObject answer) {
        ProfileSettings settings = new Endpoint(endpoint, trust).settings();
        if (!settings.isEmpty()) {
            StoredCredentials.mark(answer, new StoredCredentials.Issuer(settings));
        }
        return answer;
    }

    private static Found nobody(Arguments arguments, SessionValues session, SharedFiles files) {
        String chosen = session.environment().getOrDefault("AWS_PROFILE", "");
        return new Found(
                AnonymousCredentialsProvider.create(),
                "nobody, since the call is not signed",
                ProfileSettings.NONE,
                arguments.text("ProfileName").orElse(chosen.isEmpty() ? DEFAULT : chosen),
                files);
    }

    private static Found keys(Arguments arguments, SessionValues session, SharedFiles files, Optional<Prompts> asked) {
        Map<String, String> environment = session.environment();
        Found none = new Found(AnonymousCredentialsProvider.create(), "", ProfileSettings.NONE, DEFAULT, files);
        Optional<String> id = arguments.text("AccessKey");
        Optional<String> secret = arguments.text("SecretKey");
        if (id.isPresent() && secret.isPresent()) {
            return none.with(
                    StaticKeys.of(id.get(), secret.get(), arguments.text("SessionToken")), "the supplied parameters");
        }
        // Other credentials are not used instead: the key that is named is meant. A secret alone names no key: it may
        // come with an object of the pipeline, such as a new access key that is piped to another cmdlet.
        if (id.isPresent()) {
            throw KeyErrors.of("-AccessKey is given without -SecretKey.");
        }
        Optional<String> named = arguments.text("ProfileName");
        if (named.isPresent()) {
            return profile(new ProfileKeys(files, session, asked), files, named.get());
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
            StoredCredentials.Source source = given.get();
            return new Found(
                    source.keys(),
                    "the session",
                    source.settings(),
                    source.profile().isEmpty() ? DEFAULT : source.profile(),
                    source.location().isPresent() ? SharedFiles.of(session, source.location()) : files);
        }
        Optional<AwsCredentialsProvider> ofEnvironment = MachineKeys.ofEnvironment(environment);
        if (ofEnvironment.isPresent()) {
            return none.with(ofEnvironment.get(), "the environment");
        }
        String chosen = environment.getOrDefault("AWS_PROFILE", "");
        if (!chosen.isEmpty()) {
            return profile(new ProfileKeys(files, session, asked), files, chosen);
        }
        return files.profile(DEFAULT)
                .map(_ -> profile(new ProfileKeys(files, session, asked), files, DEFAULT))
                .or(() -> new ProfileKeys(files, session, asked)
                        .ofEnvironment()
                        .map(keys -> none.with(keys, "the environment's role")))
                .or(() -> MachineKeys.ofMachine(session).map(keys -> none.with(keys, "the machine")))
                .orElseThrow(() -> KeyErrors.of("No credentials specified or obtained from persisted/shell defaults."));
    }

    private static Found profile(ProfileKeys keys, SharedFiles files, String name) {
        return new Found(keys.of(name), "the profile '" + name + "'", ProfileSettings.NONE, name, files);
    }

    private static Chosen region(Arguments arguments, SessionValues session, Found found, String service) {
        Optional<String> given = arguments.text("Region").filter(one -> !one.isEmpty());
        if (given.isPresent()) {
            return new Chosen(given.get(), "the supplied parameters");
        }
        Optional<String> stored = Regions.stored(session);
        if (stored.isPresent()) {
            return new Chosen(stored.get(), "the session");
        }
        Optional<String> own = found.files().setting(found.profile(), "region");
        Optional<String> written = own.or(() -> found.files().defaultSetting("region"));
        if (written.isPresent()) {
            return new Chosen(written.get(), "the profile '" + (own.isPresent() ? found.profile() : DEFAULT) + "'");
        }
        String environment = session.environment().getOrDefault("AWS_REGION", "");
        if (!environment.isEmpty()) {
            return new Chosen(environment, "the environment");
        }
        if (service.equals("IAM")) {
            return new Chosen("us-east-1", "the service's default");
        }
        throw KeyErrors.of("No region specified or obtained from persisted/shell defaults.");
    }
}
