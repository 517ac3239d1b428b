package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.credentials.ConnectionParameters;
import io.claviger.cmdlets.credentials.SensitiveData;
import io.claviger.cmdlets.http.StoppableCalls;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.command.TargetText;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;

/** A cmdlet that calls one operation of a service, by its row in the table. Immutable. */
record ServiceCmdlet(ServiceOperation operation, List<Parameter> own, CmdletDescription description) implements Cmdlet {

    // Not signed: the identity provider's token says who the caller is.
    private static final Set<String> SIGNED_BY_NOBODY = Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");

    ServiceCmdlet {
        own = List.copyOf(own);
    }

    /** The cmdlet of a row. */
    static ServiceCmdlet of(ServiceOperation operation) {
        List<Parameter> own = operation.inputs().stream()
                .map(input -> parameter(operation, input))
                .toList();
        List<Parameter> all = new ArrayList<>(own);
        all.add(Parameter.of(
                        "Select",
                        ParameterType.STRING,
                        "What is written: * for the whole answer, a member of it,"
                                + " a path of members, or ^ and one of the cmdlet's parameters.")
                .offering((bound, session) -> ResponseSelection.offered(
                        own, OperationMethod.of(operation).response())));
        if (operation.impact() != Impact.NONE) {
            all.add(Parameter.flag("Force", "Does it without a question."));
        }
        if (operation.pages()) {
            all.add(Parameter.flag("NoAutoIteration", "Fetches one page only."));
        }
        all.addAll(ConnectionParameters.all());
        CmdletDescription description = CmdletDescription.of(
                        operation.cmdlet(), operation.service().module(), "")
                .withTypeName(operation.cmdletType())
                .withParameters(all)
                .withImpact(operation.impact())
                .withHelp(
                        () -> OperationHelp.of(operation),
                        () -> OperationExamples.of(operation),
                        new DefaultOutput(operation));
        return new ServiceCmdlet(
                operation,
                own,
                operation.alias().equals("-") ? description : description.withAliases(operation.alias()));
    }

    private static Parameter parameter(ServiceOperation operation, ServiceOperation.Input input) {
        Parameter made = Parameter.of(
                        input.name(),
                        InputTypes.of(operation.service(), input.type()),
                        () -> OperationHelp.of(operation, input))
                .byPropertyName()
                .offering(ServerNames.completion(operation, input)
                        .orElseGet(() -> InputTypes.completion(operation.service(), input.type())));
        if (input.name().equals("Marker")) {
            made = made.alias("NextToken");
        } else if (!input.alias().equals("-")) {
            made = made.alias(input.alias().split(",", -1));
        }
        if (input.mandatory()) {
            made = made.required();
        }
        if (input.position() >= 0) {
            made = made.at(input.position());
        }
        return input.fromPipeline() ? made.byValue() : made;
    }

    @Override
    public Run start() {
        return this::process;
    }

    private void process(Arguments arguments, CmdletContext context) {
        OperationMethod calls = OperationMethod.of(operation);
        ResponseSelection selection = ResponseSelection.of(operation, arguments, own, calls.response());
        Connection connection = Connection.of(
                arguments, context, operation.service().name(), SIGNED_BY_NOBODY.contains(operation.name()));
        context.writeDebug("Credentials obtained from " + connection.credentialsFrom());
        context.writeDebug("Region obtained from " + connection.regionFrom());
        if (operation.impact() != Impact.NONE
                && !context.shouldProceed(arguments.flag("Force"), target(arguments), operation.action())) {
            return;
        }
        AwsClient client = context.session()
                .part(Clients.class, Clients::new)
                .of(operation.service(), connection, context.session());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (ServiceOperation.Input input : operation.inputs()) {
            if (arguments.has(input.name())) {
                members.put(input.member(), arguments.get(input.name()));
                if (input.mandatory() && arguments.get(input.name()) == null) {
                    context.writeWarning(requiredButNull(input));
                }
            }
        }
        boolean iterates = operation.pages() && !arguments.flag("NoAutoIteration") && !arguments.has("Marker");
        context.writeVerbose("Invoking " + operation.service().title() + " operation '" + operation.name() + "' "
                + connection
                        .endpoint()
                        .map(url -> "on endpoint '" + url + "'")
                        .orElse("in region '" + connection.region() + "'"));
        while (true) {
            ShellObject answer = call(calls, client, connection, members, context);
            switch (selection) {
                case ResponseSelection.Nothing _, ResponseSelection.Own _ -> {}
                case ResponseSelection.Whole _ -> context.write(answer);
                case ResponseSelection.Path path -> context.writeAll(ResponseSelection.follow(path, answer));
            }
            Object marker = iterates ? answer.get("Marker") : null;
            if (marker == null || Text.of(marker).isEmpty() || context.isStopping()) {
                break;
            }
            members.put("Marker", marker);
        }
        if (selection instanceof ResponseSelection.Own argument) {
            context.writeAll(ResponseSelection.own(argument, arguments.values()));
        }
    }

    private ShellObject call(
            OperationMethod calls,
            AwsClient client,
            Connection connection,
            Map<String, @Nullable Object> members,
            CmdletContext context) {
        try {
            AwsResponse response =
                    StoppableCalls.run(context, () -> calls.call(client, Requests.build(calls.request(), members)));
            ServiceFailures.refuseOthersAnswer(operation, connection, response);
            return connection.marked(ResponseObjects.response(
                    operation.service(),
                    operation.name(),
                    response,
                    value -> value == null || SensitiveData.isShown(context.session()) ? value : SensitiveData.MASK));
        } catch (SdkException failed) {
            throw ServiceFailures.of(operation, connection, failed);
        }
    }

    private static String requiredButNull(ServiceOperation.Input input) {
        return "You are passing $null as a value for parameter " + input.name()
                + " which is marked as required. In case you believe this parameter was incorrectly marked as required,"
                + " report this by opening an issue at https://github.com/aws/aws-tools-for-powershell/issues.";
    }

    private String target(Arguments arguments) {
        return operation.target().equals("-") ? "" : TargetText.of(arguments.get(operation.target()));
    }
}
