package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Set-DefaultAWSRegion, Get-DefaultAWSRegion, Clear-DefaultAWSRegion and Get-AWSRegion. */
final class RegionCmdlets {

    private static final Completion NAMES =
            (bound, session) -> known().map(Region::id).toList();

    private RegionCmdlets() {}

    static List<Cmdlet> cmdlets() {
        return List.of(set(), get(), clear(), list());
    }

    private static Stream<Region> known() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion() && region.metadata() != null)
                .sorted(Comparator.comparing(Region::id));
    }

    private static Cmdlet set() {
        return Cmdlet.of(
                CommonModule.describe("Set-DefaultAWSRegion", "Chooses the session's region.")
                        .with(
                                Parameter.of(
                                                "Region",
                                                ConnectionParameters.REGION,
                                                "Its system name, such as us-east-1.")
                                        .alias("SystemName", "RegionToCall")
                                        .required()
                                        .at(0)
                                        .byValue()
                                        .byPropertyName()
                                        .offering(NAMES),
                                VariableScope.parameter())
                        .withExample("Set-DefaultAWSRegion -Region eu-central-1"),
                (arguments, context) -> VariableScope.set(
                        arguments,
                        context.session(),
                        Regions.VARIABLE,
                        Regions.object(arguments.text("Region").orElse(""), true)));
    }

    private static Cmdlet get() {
        return Cmdlet.of(
                CommonModule.describe("Get-DefaultAWSRegion", "The session's region, if one was chosen.")
                        .withExample("Get-DefaultAWSRegion")
                        .withOutput("Amazon.PowerShell.Common.AWSRegion"),
                (arguments, context) ->
                        Regions.stored(context.session()).ifPresent(name -> context.write(Regions.object(name, true))));
    }

    private static Cmdlet clear() {
        return Cmdlet.of(
                CommonModule.describe("Clear-DefaultAWSRegion", "Forgets the session's region.")
                        .with(VariableScope.parameter())
                        .withExample("Clear-DefaultAWSRegion"),
                (arguments, context) -> VariableScope.clear(arguments, context.session(), Regions.VARIABLE));
    }

    private static Cmdlet list() {
        return Cmdlet.of(
                CommonModule.describe("Get-AWSRegion", "The regions that there are.")
                        .with(
                                Parameter.of("SystemName", ParameterType.STRING, "The region that is looked for.")
                                        .at(0)
                                        .byValue()
                                        .byPropertyName()
                                        .offering(NAMES),
                                Parameter.flag("IncludeChina", "Those in China too."),
                                Parameter.flag("IncludeGovCloud", "Those of the US government too."),
                                Parameter.flag("GovCloudOnly", "Those of the US government alone."))
                        .withExample("Get-AWSRegion -SystemName eu-central-1")
                        .withOutput("Amazon.PowerShell.Common.AWSRegion"),
                RegionCmdlets::list);
    }

    private static void list(Arguments arguments, CmdletContext context) {
        Optional<String> chosen = Regions.stored(context.session());
        Optional<String> wanted = arguments.text("SystemName");
        if (wanted.isPresent()) {
            Region found = known().filter(region -> region.id().equalsIgnoreCase(wanted.get()))
                    .findFirst()
                    .orElseThrow(() -> KeyErrors.argument("Unrecognized region system name"));
            context.write(Regions.object(found.id(), chosen.equals(Optional.of(found.id()))));
            return;
        }
        known().filter(region ->
                        isWanted(arguments, PartitionMetadata.of(region).id()))
                .forEach(region -> context.write(Regions.object(region.id(), chosen.equals(Optional.of(region.id())))));
    }

    private static boolean isWanted(Arguments arguments, String partition) {
        boolean government = partition.equals("aws-us-gov");
        if (arguments.flag("GovCloudOnly")) {
            return government;
        }
        return partition.equals("aws")
                || (government && arguments.flag("IncludeGovCloud"))
                || (partition.equals("aws-cn") && arguments.flag("IncludeChina"));
    }
}
