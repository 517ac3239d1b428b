package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.Endpoint;
import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.cmdlets.keys.ProfileKeys;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.profiles.ProfileSettings;
import java.util.List;
import java.util.Optional;

/** The credentials in the arguments of the credentials cmdlets: keys, a role, an object or a profile. */
final class CredentialArguments {

    private static final String KEYS = "BasicOrSession";
    private static final String ROLE = "AssumeRole";
    private static final String OBJECT = "AWSCredentials";
    private static final String PROFILE = "StoredProfile";

    private CredentialArguments() {}

    /** The parameters. */
    static List<Parameter> parameters() {
        return List.of(
                text("AccessKey", "The access key's ID.").alias("AK").in(KEYS),
                text("SecretKey", "The secret access key.")
                        .alias("SK", "SecretAccessKey")
                        .in(KEYS),
                text("SessionToken", "The token that goes with temporary keys.")
                        .alias("ST")
                        .in(KEYS),
                text("RoleArn", "The role that is assumed.").in(ROLE),
                text("SourceProfile", "The profile whose keys assume the role.")
                        .offering(ConnectionParameters.PROFILES)
                        .in(ROLE),
                text("ExternalID", "What the role's trust policy may demand.").in(ROLE),
                text("MfaSerial", "The device whose code is asked for.").in(ROLE),
                Parameter.of(
                                "Credential",
                                ConnectionParameters.CREDENTIALS,
                                "Keys, as Use-STSRole and others write them.")
                        .byValue()
                        .byPropertyName()
                        .in(OBJECT),
                text("ProfileName", "The profile whose keys are used.")
                        .alias("StoredCredentials", "AWSProfileName")
                        .offering(ConnectionParameters.PROFILES)
                        .in(PROFILE),
                text("EndpointUrl", "The server that the keys are of, if it is not AWS's own."),
                location());
    }

    /** The parameter for the one file to use. */
    static Parameter location() {
        return text("ProfileLocation", "The file of profiles that is meant, and no other.")
                .alias("AWSProfilesLocation", "ProfilesLocation");
    }

    static Parameter text(String name, String help) {
        return Parameter.of(name, ParameterType.STRING, help).byPropertyName();
    }

    /** The credentials, if the arguments have any. */
    static Optional<ShellObject> of(Arguments arguments, CmdletContext context) {
        return keys(arguments)
                .or(() -> role(arguments, context))
                .or(() -> arguments.typed("Credential", ShellObject.class).map(CredentialArguments::carrying))
                .or(() -> arguments.text("ProfileName").map(name -> profile(name, arguments, context)))
                .map(credentials -> arguments
                        .text("EndpointUrl")
                        .map(url -> at(Endpoint.requireAddress(url), credentials))
                        .orElse(credentials));
    }

    private static ShellObject at(String url, ShellObject credentials) {
        return StoredCredentials.of(credentials)
                .map(source -> StoredCredentials.object(source.at(url), Text.of(credentials.get("SourceType"))))
                .orElse(credentials);
    }

    private static Optional<ShellObject> keys(Arguments arguments) {
        return arguments
                .text("AccessKey")
                .flatMap(id -> arguments
                        .text("SecretKey")
                        .map(secret -> StoredCredentials.object(
                                StoredCredentials.source(id, secret, arguments.text("SessionToken")), "Strings")));
    }

    private static Optional<ShellObject> role(Arguments arguments, CmdletContext context) {
        Optional<String> role = arguments.text("RoleArn");
        Optional<String> source = arguments.text("SourceProfile");
        if (role.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        SharedFiles files = SharedFiles.of(context.session(), arguments.text("ProfileLocation"));
        if (files.profile(source.get()).isEmpty()) {
            throw missing(files, source.get());
        }
        ProfileSettings settings = ProfileSettings.NONE
                .with("role_arn", role.get())
                .with("source_profile", source.get())
                .with("external_id", arguments.text("ExternalID").orElse(""))
                .with("mfa_serial", arguments.text("MfaSerial").orElse(""))
                .writable();
        return Optional.of(StoredCredentials.object(
                new StoredCredentials.Source(
                        new ProfileKeys(files, context.session(), Optional.of(context.prompts())).ofRole(settings),
                        source.get(),
                        arguments.text("ProfileLocation"),
                        settings),
                "Role"));
    }

    private static ShellObject carrying(ShellObject given) {
        return given.carried(StoredCredentials.Source.class).isPresent()
                ? given
                : StoredCredentials.of(given)
                        .map(source -> StoredCredentials.object(source, "CredentialsObject"))
                        .orElse(given);
    }

    /** The credentials of a profile. */
    static ShellObject profile(String name, Arguments arguments, CmdletContext context) {
        SharedFiles files = SharedFiles.of(context.session(), arguments.text("ProfileLocation"));
        // Settings of several lines are not about keys.
        ProfileSettings settings =
                files.profile(name).orElseThrow(() -> missing(files, name)).writable();
        return StoredCredentials.object(
                new StoredCredentials.Source(
                        new ProfileKeys(files, context.session(), Optional.of(context.prompts())).of(name),
                        name,
                        arguments.text("ProfileLocation"),
                        settings),
                "ProfileName");
    }

    private static RuntimeException missing(SharedFiles files, String name) {
        return KeyErrors.of("The profile '" + name + "' could not be found in " + files.credentials() + ".");
    }
}
