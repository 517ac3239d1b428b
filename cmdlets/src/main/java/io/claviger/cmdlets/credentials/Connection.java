package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.HeldKeys;
import io.claviger.cmdlets.keys.MachineKeys;
import io.claviger.cmdlets.keys.Place;
import io.claviger.cmdlets.keys.ProfileKeys;
import io.claviger.cmdlets.keys.Refusals;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Whose keys a call is signed with, for which region, sent where; found in the order of AWS Tools for PowerShell:
 * parameters, the session's choice, the environment's keys, {@code AWS_PROFILE}, the profile {@code default}, the environment's role, the machine.
 *
 * @param endpoint the server, if it is not AWS's own
 * @param trust the certificates that it is known by, if they are not those that the JDK trusts
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
     * Keys, and the profile (and files) in which region and address are looked for too.
     *
     * @param own what is known of the keys themselves, as a profile says it
     */
    private record Found(
            AwsCredentialsProvider keys, String from, Map<String, String> own, String profile, SharedFiles files) {

        Found of(AwsCredentialsProvider others, String origin) {
            return new Found(others, origin, own, profile, files);
        }
    }

    /**
     * The connection that arguments and session ask for.
     *
     * @param service {@code IAM} or {@code STS}
     * @param signedByNobody whether the call needs no keys; none are looked for then
     * @throws TerminatingError when there are no credentials, or no region
     */
    public static Connection of(Arguments arguments, CmdletContext context, String service, boolean signedByNobody) {
        SessionValues session = context.session();
        SharedFiles files = SharedFiles.of(session, arguments.text("ProfileLocation"));
        Found found = signedByNobody
                ? nobody(arguments, session, files)
                : keys(arguments, session, files, Optional.of(context.prompts()));
        return of(arguments, session, found, service);
    }

    /**
     * The same, while somebody types a command that they may never run: nobody is asked for a device's code then, and no
     * program is run for its keys.
     *
     * @throws TerminatingError as {@link #of}
     */
    public static Connection unasked(Arguments arguments, SessionValues session, String service) {
        SharedFiles files = SharedFiles.of(session, arguments.text("ProfileLocation"));
        return of(arguments, session, keys(arguments, session, files, Optional.empty()), service);
    }

    private static Connection of(Arguments arguments, SessionValues session, Found found, String service) {
        String[] region = region(arguments, session, found, service);
        Place.region(region[0], region[1]);
        Place place =
                Place.of(arguments.text("EndpointUrl"), session, found.own(), found.files(), found.profile(), service);
        return new Connection(found.keys(), found.from(), region[0], region[1], place.endpoint(), place.trust());
    }

    /** An answer that came over this connection. Keys in it remember the server, if it is not AWS's own, and are sent to no other. */
    public ShellObject marked(ShellObject answer) {
        Map<String, String> settings = new Place(endpoint, trust).settings();
        if (!settings.isEmpty()) {
            StoredCredentials.mark(answer, new StoredCredentials.Giver(settings));
        }
        return answer;
    }

    private static Found nobody(Arguments arguments, SessionValues session, SharedFiles files) {
        String chosen = session.environment().getOrDefault("AWS_PROFILE", "");
        return new Found(
                AnonymousCredentialsProvider.create(),
                "nobody, since the call is not signed",
                Map.of(),
                arguments.text("ProfileName").orElse(chosen.isEmpty() ? DEFAULT : chosen),
                files);
    }

    private static Found keys(Arguments arguments, SessionValues session, SharedFiles files, Optional<Prompts> asked) {
        Map<String, String> environment = session.environment();
        Found none = new Found(AnonymousCredentialsProvider.create(), "", Map.of(), DEFAULT, files);
        Optional<String> id = arguments.text("AccessKey");
        Optional<String> secret = arguments.text("SecretKey");
        if (id.isPresent() && secret.isPresent()) {
            return none.of(
                    HeldKeys.of(id.get(), secret.get(), arguments.text("SessionToken")), "the supplied parameters");
        }
        // Not other credentials instead: whoever names a key wants that key. A secret alone is no such wish: it may
        // come with an object of the pipeline, such as a new key that goes on to another cmdlet.
        if (id.isPresent()) {
            throw Refusals.of("-AccessKey is given without -SecretKey.");
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
            return none.of(ofEnvironment.get(), "the environment");
        }
        String chosen = environment.getOrDefault("AWS_PROFILE", "");
        if (!chosen.isEmpty()) {
            return profile(new ProfileKeys(files, session, asked), files, chosen);
        }
        return files.profile(DEFAULT)
                .map(_ -> profile(new ProfileKeys(files, session, asked), files, DEFAULT))
                .or(() -> new ProfileKeys(files, session, asked)
                        .ofEnvironment()
                        .map(keys -> none.of(keys, "the environment's role")))
                .or(() -> MachineKeys.ofMachine(session).map(keys -> none.of(keys, "the machine")))
                .orElseThrow(() -> Refusals.of("No credentials specified or obtained from persisted/shell defaults."));
    }

    private static Found profile(ProfileKeys keys, SharedFiles files, String name) {
        return new Found(keys.of(name), "the profile '" + name + "'", Map.of(), name, files);
    }

    private static String[] region(Arguments arguments, SessionValues session, Found found, String service) {
        Optional<String> given = arguments.text("Region").filter(one -> !one.isEmpty());
        if (given.isPresent()) {
            return new String[] {given.get(), "the supplied parameters"};
        }
        Optional<String> stored = Regions.stored(session);
        if (stored.isPresent()) {
            return new String[] {stored.get(), "the session"};
        }
        for (String profile : new String[] {found.profile(), DEFAULT}) {
            Optional<String> written = found.files().setting(profile, "region");
            if (written.isPresent()) {
                return new String[] {written.get(), "the profile '" + profile + "'"};
            }
        }
        String environment = session.environment().getOrDefault("AWS_REGION", "");
        if (!environment.isEmpty()) {
            return new String[] {environment, "the environment"};
        }
        if (service.equals("IAM")) {
            return new String[] {"us-east-1", "the service's default"};
        }
        throw Refusals.of("No region specified or obtained from persisted/shell defaults.");
    }
}
