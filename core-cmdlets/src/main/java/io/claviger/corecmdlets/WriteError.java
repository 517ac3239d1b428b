package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Text;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Write-Error. */
final class WriteError {

    private static final String EXCEPTION = "Microsoft.PowerShell.Commands.WriteErrorException";

    /** A text; an error stays one. */
    private static final ParameterType MESSAGE = ParameterType.of("System.String", WriteError::message);

    private WriteError() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Write-Error", "Reports an error.")
                        .with(
                                Parameter.of("Message", MESSAGE, "The text, or an error that was caught.")
                                        .alias("Msg")
                                        .at(0)
                                        .byValue(),
                                Parameter.of("Exception", ParameterType.OBJECT, "The exception that it has."),
                                Parameter.of("ErrorRecord", ParameterType.OBJECT, "An error that was caught."),
                                Parameter.of("Category", ParameterType.STRING, "Its category.")
                                        .only(Arrays.stream(ErrorCategory.values())
                                                .map(ErrorCategory::text)
                                                .toArray(String[]::new)),
                                Parameter.of("ErrorId", ParameterType.STRING, "Its id."),
                                Parameter.of("TargetObject", ParameterType.OBJECT, "What it is about."))
                        .withExample("Write-Error \"No such team\""),
                WriteError::report);
    }

    private static @Nullable Object message(@Nullable Object value) {
        return value == null || value instanceof ErrorRecord ? value : Text.of(value);
    }

    private static void report(Arguments arguments, CmdletContext context) {
        Optional<ErrorRecord> caught = arguments
                .typed("ErrorRecord", ErrorRecord.class)
                .or(() -> arguments.typed("Message", ErrorRecord.class));
        context.writeCallersError(caught.orElseGet(() -> made(arguments)));
    }

    private static ErrorRecord made(Arguments arguments) {
        Optional<ErrorRecord> exception = Exceptions.thrown(arguments.get("Exception"));
        String message = arguments
                .text("Message")
                .or(() -> exception.map(ErrorRecord::message))
                .orElse("");
        ErrorRecord error = ErrorRecord.of(
                        category(arguments.word("Category", "")),
                        arguments
                                .text("ErrorId")
                                .orElse(exception
                                        .map(ErrorRecord::exceptionType)
                                        .orElse(EXCEPTION)),
                        exception.map(ErrorRecord::exceptionType).orElse(EXCEPTION),
                        message)
                .about(arguments.get("TargetObject"));
        return exception.map(ErrorRecord::cause).map(error::causedBy).orElse(error);
    }

    private static ErrorCategory category(String name) {
        return Arrays.stream(ErrorCategory.values())
                .filter(one -> one.text().equalsIgnoreCase(name))
                .findFirst()
                .orElse(ErrorCategory.NOT_SPECIFIED);
    }
}
