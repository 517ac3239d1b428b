package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code $PSCmdlet}: the running function, with methods such as {@code ShouldProcess}. */
final class ScriptCmdlet {

    private static final ObjectType TYPE = ObjectType.named("System.Management.Automation.PSScriptCmdlet");

    private ScriptCmdlet() {}

    static ShellObject of(CmdletContext context, Arguments arguments) {
        ShellObject made = new ShellObject(TYPE)
                .with(
                        "ParameterSetName",
                        arguments.parameterSet().isEmpty() ? "__AllParameterSets" : arguments.parameterSet());
        if (context instanceof StageContext stage) {
            made.with("MyInvocation", stage.invocation().object());
        }
        return made.carrying(context);
    }

    /** The context of the running function, if the value is a {@code $PSCmdlet}. */
    static Optional<CmdletContext> in(@Nullable Object value) {
        return value instanceof ShellObject object && object.type().equals(TYPE)
                ? object.carried(CmdletContext.class)
                : Optional.empty();
    }

    static @Nullable Object call(CmdletContext context, String method, List<@Nullable Object> arguments) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "shouldprocess" ->
                switch (arguments.size()) {
                    case 1 ->
                        context.shouldProcess(
                                Text.of(arguments.getFirst()),
                                context.description().name());
                    case 2 -> context.shouldProcess(Text.of(arguments.getFirst()), Text.of(arguments.get(1)));
                    case 3 ->
                        context instanceof StageContext stage
                                && stage.shouldProcess(
                                        Text.of(arguments.getFirst()),
                                        Text.of(arguments.get(1)),
                                        Text.of(arguments.get(2)));
                    default -> throw unsupported("ShouldProcess with " + arguments.size() + " arguments");
                };
            case "shouldcontinue" -> {
                if (arguments.size() != 2) {
                    throw unsupported("ShouldContinue with " + arguments.size() + " arguments");
                }
                yield context instanceof StageContext stage
                        && stage.shouldContinue(Text.of(arguments.getFirst()), Text.of(arguments.get(1)));
            }
            case "writeverbose" -> {
                context.writeVerbose(Text.of(arguments.isEmpty() ? null : arguments.getFirst()));
                yield null;
            }
            case "throwterminatingerror" -> {
                if (context instanceof StageContext stage && stage.hasEnded()) {
                    throw tooLate(error(context, method, arguments));
                }
                throw new Flow.Failed(new TerminatingError(error(context, method, arguments)));
            }
            case "writeerror" -> {
                context.writeError(error(context, method, arguments));
                yield null;
            }
            case "writewarning" -> {
                context.writeWarning(Text.of(arguments.isEmpty() ? null : arguments.getFirst()));
                yield null;
            }
            case "writedebug" -> {
                context.writeDebug(Text.of(arguments.isEmpty() ? null : arguments.getFirst()));
                yield null;
            }
            default -> throw unsupported(method);
        };
    }

    /** The error that a method is given, as one of the function, wherever it comes from. */
    private static ErrorRecord error(CmdletContext context, String method, List<@Nullable Object> arguments) {
        if (arguments.size() != 1 || !(arguments.getFirst() instanceof ErrorRecord error)) {
            throw unsupported(method + " without an error");
        }
        return context instanceof StageContext stage ? stage.own(error) : error;
    }

    /** The error for a function that has ended. */
    private static TerminatingError tooLate(ErrorRecord error) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED,
                "InvalidOperationException",
                "System.Management.Automation.MethodInvocationException",
                "Exception calling \"ThrowTerminatingError\" with \"1\" argument(s): \"" + error.message() + "\""));
    }

    private static TerminatingError unsupported(String what) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "MethodNotFound",
                "System.Management.Automation.RuntimeException",
                "$PSCmdlet." + what + " is not supported."));
    }
}
