package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.http.StoppableCalls;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

/** {@code Get-IAMCredentialReport}, which can write the report as text or as an array of lines. */
final class CredentialReport {

    private CredentialReport() {}

    static Cmdlet of(ServiceCmdlet plain) {
        List<Parameter> parameters = new ArrayList<>(plain.description().parameters());
        parameters.add(
                Parameter.flag("AsTextArray", "Writes the report line by line.").alias("SplitLines"));
        parameters.add(Parameter.flag("Raw", "Writes the report as one text."));
        CmdletDescription description = plain.description().withParameters(parameters);
        return Cmdlet.of(description, (arguments, context) -> {
            if (!arguments.flag("AsTextArray") && !arguments.flag("Raw")) {
                plain.start().process(arguments, context);
            } else if (arguments.has("Select")) {
                throw new TerminatingError(
                        ErrorRecord.argument("-AsTextArray or -Raw cannot be used when -Select is specified."));
            } else {
                String report = report(plain, arguments, context);
                context.writeAll(arguments.flag("Raw") ? report : report.lines().toList());
            }
        });
    }

    private static String report(ServiceCmdlet plain, Arguments arguments, CmdletContext context) {
        ServiceOperation operation = plain.operation();
        Connection connection =
                Connection.of(arguments, context, operation.service().name(), false);
        OperationMethod calls = OperationMethod.of(operation);
        try {
            var answer = (GetCredentialReportResponse) StoppableCalls.run(
                    context,
                    () -> calls.call(
                            context.session()
                                    .part(Clients.class, Clients::new)
                                    .of(operation.service(), connection, context.session()),
                            Requests.build(calls.request(), Map.of())));
            ServiceFailures.refuseOthersAnswer(operation, connection, answer);
            return answer.content() == null ? "" : answer.content().asString(StandardCharsets.UTF_8);
        } catch (SdkException failed) {
            throw ServiceFailures.of(operation, connection, failed);
        }
    }
}
