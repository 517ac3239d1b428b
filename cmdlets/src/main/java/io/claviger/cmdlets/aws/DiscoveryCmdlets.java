package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.util.VersionInfo;

/** The cmdlets of AWS Tools' common module that list cmdlets and services. */
public final class DiscoveryCmdlets {

    private static final String MODULE = "AWS.Tools.Common";

    private static final ObjectType CMDLET = ObjectType.viewed(
            "Amazon.PowerShell.Common.CmdletInfo",
            View.ofProperties(List.of("CmdletName", "ServiceOperation", "ServiceName", "ModuleName")));

    private static final ObjectType SERVICE = ObjectType.viewed(
            "Amazon.PowerShell.Common.ServiceInfo",
            View.ofProperties(
                    List.of("Service", "CmdletNounPrefix", "ModuleName", "SDKAssemblyVersion", "ServiceName")));

    private DiscoveryCmdlets() {}

    /** The cmdlets. */
    public static CmdletSource source() {
        return new CmdletList(List.of(cmdletName(), service(), version()));
    }

    private static CmdletDescription describe(String name, String synopsis) {
        return CmdletDescription.of(name, MODULE, synopsis)
                .withTypeName("Amazon.PowerShell.Common." + name.replace("-", "") + "Cmdlet");
    }

    private static Parameter text(String name, String help) {
        return Parameter.of(name, ParameterType.STRING, help).byPropertyName();
    }

    private static Cmdlet cmdletName() {
        Completion operations = (bound, session) -> OperationTable.get().all().stream()
                .map(ServiceOperation::name)
                .sorted()
                .toList();
        return Cmdlet.of(
                describe("Get-AWSCmdletName", "Which cmdlet calls an operation, and which operation a cmdlet calls.")
                        .with(
                                text("ApiOperation", "The operation, as AWS names it.")
                                        .at(0)
                                        .byValue()
                                        .offering(operations)
                                        .in("ApiOperation"),
                                text("CmdletName", "The cmdlet.").in("CmdletName"),
                                text("AwsCliCommand", "A command of aws-cli, such as 'aws iam create-user'.")
                                        .in("AwsCliCommand"),
                                text("Service", "The service, by its prefix or its name.")
                                        .offering(Completion.of("IAM", "STS"))
                                        .in("ApiOperation", "CmdletName"),
                                Parameter.flag("MatchWithRegex", "Takes the name for a regular expression.")
                                        .in("ApiOperation", "CmdletName"))
                        .withExample("Get-AWSCmdletName -ApiOperation CreateAccessKey")
                        .withOutput("Amazon.PowerShell.Common.CmdletInfo"),
                DiscoveryCmdlets::names);
    }

    private static void names(Arguments arguments, CmdletContext context) {
        Predicate<ServiceOperation> wanted = arguments.text("AwsCliCommand").isPresent()
                ? ofCli(arguments.text("AwsCliCommand").get())
                : named(arguments);
        OperationTable.get().all().stream()
                .filter(wanted)
                .forEach(operation -> context.write(new ShellObject(CMDLET)
                        .with("CmdletName", operation.cmdlet())
                        .with("ServiceOperation", operation.name())
                        .with("ServiceName", operation.service().title())
                        .with("ModuleName", operation.service().module())));
    }

    private static Predicate<ServiceOperation> named(Arguments arguments) {
        boolean expression = arguments.flag("MatchWithRegex");
        Optional<Pattern> operations = arguments.text("ApiOperation").map(name -> pattern(name, expression));
        Optional<Pattern> cmdlets = arguments.text("CmdletName").map(name -> pattern(name, expression));
        List<AwsService> services = services(arguments.text("Service"));
        return operation -> services.contains(operation.service())
                && operations.map(one -> one.matcher(operation.name()).find()).orElse(true)
                && cmdlets.map(one -> one.matcher(operation.cmdlet()).find()).orElse(true);
    }

    private static Pattern pattern(String text, boolean expression) {
        try {
            return Pattern.compile(expression ? text : "^" + text + "$", Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new TerminatingError(
                    ErrorRecord.argument("'" + text + "' is no regular expression: " + e.getDescription() + "."));
        }
    }

    private static Predicate<ServiceOperation> ofCli(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.strip().split("\\s+", -1)) {
            if (!word.startsWith("--") && !(words.isEmpty() && word.equalsIgnoreCase("aws"))) {
                words.add(word);
            }
        }
        if (words.size() < 2) {
            throw new TerminatingError(ErrorRecord.argument("Unable to extract service and/or operation name from"
                    + " command. Expected text format of 'aws [options] <command> <subcommand>'."));
        }
        String operation = words.get(1).replace("-", "");
        return candidate -> candidate.service().name().equalsIgnoreCase(words.getFirst())
                && candidate.name().equalsIgnoreCase(operation);
    }

    /**
     * The services with a prefix, or else those whose name or description matches a pattern; all if none is wanted.
     */
    private static List<AwsService> services(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of(AwsService.values());
        }
        List<AwsService> exact = Stream.of(AwsService.values())
                .filter(one -> one.name().equalsIgnoreCase(wanted.get()))
                .toList();
        Pattern expression = pattern(wanted.get(), true);
        return exact.isEmpty()
                ? Stream.of(AwsService.values())
                        .filter(one -> expression.matcher(id(one)).find()
                                || expression.matcher(one.title()).find())
                        .toList()
                : exact;
    }

    private static String id(AwsService service) {
        return service.module().substring(service.module().lastIndexOf('.') + 1);
    }

    private static Cmdlet service() {
        return Cmdlet.of(
                describe("Get-AWSService", "The services that have cmdlets here.")
                        .with(text("Service", "A prefix, or an expression for a service's name.")
                                .at(0)
                                .byValue()
                                .offering(Completion.of("IAM", "STS")))
                        .withExample("Get-AWSService -Service IAM")
                        .withOutput("Amazon.PowerShell.Common.ServiceInfo"),
                (arguments, context) -> {
                    List<AwsService> found = services(arguments.text("Service"));
                    if (found.isEmpty()) {
                        context.writeVerbose("The specified parameters did not match any service.");
                    }
                    found.forEach(service -> context.write(new ShellObject(SERVICE)
                            .with("Service", id(service))
                            .with("CmdletNounPrefix", service.name())
                            .with("ModuleName", service.module())
                            .with("SDKAssemblyVersion", VersionInfo.SDK_VERSION)
                            .with("ServiceName", service.title())));
                });
    }

    private static Cmdlet version() {
        return Cmdlet.of(
                describe("Get-AWSPowerShellVersion", "Which cmdlets these are.")
                        .with(Parameter.flag("ListServiceVersionInfo", "Shows the services too."))
                        .withExample("Get-AWSPowerShellVersion"),
                DiscoveryCmdlets::version);
    }

    private static void version(Arguments arguments, CmdletContext context) {
        String own = Optional.ofNullable(DiscoveryCmdlets.class.getPackage().getImplementationVersion())
                .orElse("of a build that was not packaged");
        context.write("\nClaviger's cmdlets, after AWS Tools for PowerShell\nVersion " + own
                + "\n\nAWS SDK for Java, Version " + VersionInfo.SDK_VERSION
                + "\nhttps://github.com/aws/aws-sdk-java-v2/blob/master/CHANGELOG.md"
                + "\n\nLicenses of what it is made of: NOTICE, beside the program.\n");
        if (arguments.flag("ListServiceVersionInfo")) {
            for (AwsService service : AwsService.values()) {
                context.write(new ShellObject(ObjectType.CUSTOM)
                        .with("Service", service.title())
                        .with("Noun Prefix", service.name().toUpperCase(Locale.ROOT))
                        .with("Module Name", service.module())
                        .with("SDK Assembly Version", VersionInfo.SDK_VERSION));
            }
        }
    }
}
