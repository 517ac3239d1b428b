package io.claviger.cmdlets.operator;

import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.ObjectType;
import io.claviger.cmdlets.value.ShellObject;
import io.claviger.cmdlets.value.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What scripts ask an error for: {@code $_.Exception.InnerException.ErrorCode}, {@code $_.CategoryInfo}. */
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

    private ErrorMembers() {}

    static @Nullable Object get(ErrorRecord error, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "exception" -> Exceptions.of(error);
            case "targetobject" -> error.target();
            case "fullyqualifiederrorid" -> error.fullyQualifiedErrorId();
            case "categoryinfo" -> category(error);
            case "invocationinfo" -> invocation(error.origin());
            case "scriptstacktrace" -> stack(error.origin());
            default -> null;
        };
    }

    private static ShellObject category(ErrorRecord error) {
        return new ShellObject(ObjectType.named("System.Management.Automation.ErrorCategoryInfo"))
                .with("Category", error.category().text())
                .with("Activity", error.activity())
                .with("Reason", error.reason())
                .with("TargetName", Text.of(error.target()))
                .with("TargetType", error.targetType())
                .saying(error.categoryLine());
    }

    private static ShellObject invocation(ErrorRecord.Origin origin) {
        return new ShellObject(ObjectType.named("System.Management.Automation.InvocationInfo"))
                .with("MyCommand", origin.command())
                .with("ScriptName", origin.script())
                .with("ScriptLineNumber", origin.line())
                .with("OffsetInLine", origin.from() + 1)
                .with("Line", origin.text())
                .saying("System.Management.Automation.InvocationInfo");
    }

    private static String stack(ErrorRecord.Origin origin) {
        return "at <ScriptBlock>, " + (origin.script().isEmpty() ? "<No file>" : origin.script()) + ": line "
                + Math.max(1, origin.line());
    }
}
