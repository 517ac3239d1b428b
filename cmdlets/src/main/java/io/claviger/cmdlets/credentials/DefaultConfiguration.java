package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.Prompts.Choice;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Initialize-AWSDefaultConfiguration and Clear-AWSDefaultConfiguration, for the profile {@code default} and the
 * session's choices.
 */
final class DefaultConfiguration {

    private static final String PROFILE = "default";
    private static final String OLD_PROFILE = "AWS PS Default";

    private DefaultConfiguration() {}

    static List<Cmdlet> cmdlets() {
        return List.of(initialize(), clear());
    }

    private static Cmdlet initialize() {
        List<Parameter> parameters = new ArrayList<>(CredentialArguments.parameters());
        parameters.add(Parameter.of("Region", ConnectionParameters.REGION, "The region, such as us-east-1.")
                .alias("RegionToCall")
                .byPropertyName());
        parameters.add(VariableScope.parameter());
        return Cmdlet.of(
                CommonModule.describe(
                                "Initialize-AWSDefaultConfiguration",
                                "Stores the profile default, and chooses it and its region for the session; asks for what"
                                        + " is not given.")
                        .withAliases("Initialize-AWSDefaults")
                        .withParameters(parameters)
                        .withExample("Initialize-AWSDefaultConfiguration -ProfileName work -Region eu-central-1"),
                DefaultConfiguration::initialize);
    }

    private static void initialize(Arguments arguments, CmdletContext context) {
        SharedFiles files = SharedFiles.of(context.session(), arguments.text("ProfileLocation"));
        ShellObject credentials = CredentialArguments.of(arguments, context)
                .or(() -> chosen(context))
                .orElseGet(() -> asked(files, arguments, context));
        StoredCredentials.Source source = StoredCredentials.of(credentials).orElseThrow();
        String region = arguments
                .text("Region")
                .or(() -> Regions.stored(context.session()))
                .or(() -> source.settings().value("region"))
                .or(() -> files.defaultSetting("region"))
                .orElseGet(() -> askedRegion(context));
        new ProfileStore(arguments.text("ProfileLocation"), context)
                .store(PROFILE, source.settings().with("region", region));
        VariableScope.set(arguments, context.session(), StoredCredentials.VARIABLE, credentials);
        VariableScope.set(arguments, context.session(), Regions.VARIABLE, Regions.object(region, true));
    }

    private static Optional<ShellObject> chosen(CmdletContext context) {
        return context.session().variable(StoredCredentials.VARIABLE) instanceof ShellObject object
                        && StoredCredentials.is(object)
                ? Optional.of(object)
                : Optional.empty();
    }

    private static ShellObject asked(SharedFiles files, Arguments arguments, CmdletContext context) {
        List<String> names = files.names();
        if (!names.isEmpty()) {
            List<Choice> choices = new ArrayList<>();
            choices.add(new Choice("<Create new credentials set>", "Asks for an access key."));
            names.forEach(name -> choices.add(new Choice(name, "The profile " + name + ".")));
            int answer = context.prompts()
                    .choice(
                            "Saved credentials found",
                            "Please choose one of the following stored credentials to use",
                            choices,
                            0);
            if (answer > 0) {
                return CredentialArguments.profile(names.get(answer - 1), arguments, context);
            }
        }
        context.writeHost("\nCredentials\nPlease enter your AWS Access and Secret Keys\n");
        String id = context.prompts().line("AWS Access Key: ").strip();
        String secret = context.prompts().secret("AWS Secret Key: ").strip();
        if (id.isEmpty() || secret.isEmpty()) {
            throw KeyErrors.argument("Cannot determine credentials from supplied parameters");
        }
        return StoredCredentials.object(StoredCredentials.source(id, secret, Optional.empty()), "Strings");
    }

    private static String askedRegion(CmdletContext context) {
        List<String> names = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion()
                        && region.metadata() != null
                        && PartitionMetadata.of(region).id().equals("aws"))
                .map(Region::id)
                .sorted()
                .toList();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("<Specify a different region>", "Asks for a region's name."));
        names.forEach(
                name -> choices.add(new Choice(name, Region.of(name).metadata().description())));
        int answer = context.prompts()
                .choice(
                        "Specify region",
                        "Please choose one of the following regions to use or specify one by system name",
                        choices,
                        names.indexOf("us-east-1") + 1);
        return answer > 0
                ? names.get(answer - 1)
                : context.prompts().line("Region System Name: ").strip();
    }

    private static Cmdlet clear() {
        return Cmdlet.of(
                CommonModule.describe(
                                "Clear-AWSDefaultConfiguration",
                                "Removes the profile default, and forgets the session's choices.")
                        .withAliases("Clear-AWSDefaults")
                        .with(
                                Parameter.flag("SkipShell", "Leaves the session's choices."),
                                Parameter.flag("SkipProfileStore", "Leaves the profile."),
                                CredentialArguments.location(),
                                VariableScope.parameter())
                        .withExample("Clear-AWSDefaultConfiguration -SkipProfileStore"),
                DefaultConfiguration::clear);
    }

    private static void clear(Arguments arguments, CmdletContext context) {
        if (!arguments.flag("SkipProfileStore")) {
            ProfileStore store = new ProfileStore(arguments.text("ProfileLocation"), context);
            for (String name : List.of(PROFILE, OLD_PROFILE)) {
                if (store.remove(name)) {
                    context.writeWarning("The profile '" + name + "' was removed. To remove a profile by its name, use"
                            + " Remove-AWSCredentialProfile.");
                }
            }
        }
        if (!arguments.flag("SkipShell")) {
            VariableScope.clear(arguments, context.session(), StoredCredentials.VARIABLE);
            VariableScope.clear(arguments, context.session(), Regions.VARIABLE);
        }
    }
}
