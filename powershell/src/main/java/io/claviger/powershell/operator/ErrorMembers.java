package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorTarget;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The properties of errors that scripts read: {@code $_.Exception.InnerException.ErrorCode}, {@code $_.CategoryInfo}.
 */
final class ErrorMembers {

    /** The properties' names, in PowerShell's order. */
    static final List<String> NAMES = List.of(
            "Exception",
            "TargetObject",
            "CategoryInfo",
            "FullyQualifiedErrorId",
            "ErrorDetails",
            "InvocationInfo",
            "ScriptStackTrace");

    private static final View COMMAND = new View.Table(List.of(
            new View.Column("CommandType", 15),
            new View.Column("Name", 50),
            new View.Column("Version", 10),
            new View.Column("Source", 0)));
    private static final ObjectType FUNCTION = ObjectType.viewed("System.Management.Automation.FunctionInfo", COMMAND);
    private static final ObjectType CMDLET = ObjectType.viewed("System.Management.Automation.CmdletInfo", COMMAND);

    private ErrorMembers() {}

    static @Nullable Object get(ErrorRecord error, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "exception" -> Exceptions.of(error);
            case "targetobject" -> error.target();
            case "fullyqualifiederrorid" -> error.fullyQualifiedErrorId();
            case "categoryinfo" -> category(error);
            case "invocationinfo" -> invocation(error.origin());
            case "scriptstacktrace" ->
                error.origin().stack().isEmpty()
                        ? stack(error.origin())
                        : error.origin().stack();
            default -> null;
        };
    }

    private static ShellObject category(ErrorRecord error) {
        return new ShellObject(ObjectType.named("System.Management.Automation.ErrorCategoryInfo"))
                .with("Category", error.category().text())
                .with("Activity", error.activity())
                .with("Reason", error.reason())
                .with("TargetName", Text.of(error.target()))
                .with("TargetType", ErrorTarget.type(error))
                .saying(ErrorTarget.categoryLine(error));
    }

    private static ShellObject invocation(ErrorRecord.Origin origin) {
        if (origin.line() == 0) {
            return new ShellObject(ObjectType.named("System.Management.Automation.InvocationInfo"))
                    .with("MyCommand", origin.command().isEmpty() ? null : command(origin))
                    .saying("System.Management.Automation.InvocationInfo");
        }
        PositionMessage.Cut statement = PositionMessage.statement(origin);
        return new ShellObject(ObjectType.named("System.Management.Automation.InvocationInfo"))
                .with("MyCommand", origin.command().isEmpty() ? null : command(origin))
                .with("ScriptLineNumber", origin.line())
                .with("OffsetInLine", origin.from() + 1)
                .with("ScriptName", origin.script())
                .with("Line", origin.script().isEmpty() ? origin.text() : origin.text() + "\n")
                .with("Statement", statement.meant())
                .with("PositionMessage", PositionMessage.message(origin))
                .with(
                        "PSScriptRoot",
                        origin.script().substring(0, Math.max(0, origin.script().lastIndexOf('/'))))
                .with("PSCommandPath", origin.script().isEmpty() ? null : origin.script())
                .saying("System.Management.Automation.InvocationInfo");
    }

    /** The command; a function has its name as its type. */
    private static ShellObject command(ErrorRecord.Origin origin) {
        boolean function = origin.commandType().equals(origin.command());
        return new ShellObject(function ? FUNCTION : CMDLET)
                .with("CommandType", function ? "Function" : "Cmdlet")
                .with("Name", origin.command())
                .saying(origin.command());
    }

    private static String stack(ErrorRecord.Origin origin) {
        return "at <ScriptBlock>, " + (origin.script().isEmpty() ? "<No file>" : origin.script()) + ": line "
                + Math.max(1, origin.line());
    }
}
