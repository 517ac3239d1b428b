package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.operator.PositionMessage;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How the running function or script was called: {@code $MyInvocation}.
 *
 * @param name the function's or the script's name; empty for a block or a line
 * @param called where it was called; without a line for a script
 * @param bound its arguments
 * @param file the running script's path; empty for a line
 */
record Invocation(String name, ErrorRecord.Origin called, Arguments bound, String file) {

    /** The variable that holds it. */
    static final String VARIABLE = "MyInvocation";

    /** The object that a script sees. */
    ShellObject object() {
        boolean script = called.line() == 0;
        Hashtable given = Hashtable.dictionary("System.Object");
        bound.values().forEach(given::put);
        return new ShellObject(ObjectType.named("System.Management.Automation.InvocationInfo"))
                .with("MyCommand", command(script))
                .with("BoundParameters", given)
                .with("UnboundArguments", new ArrayList<@Nullable Object>())
                .with("ScriptLineNumber", called.line())
                .with("OffsetInLine", script ? 0 : called.from() + 1)
                .with("HistoryId", 1)
                .with("ScriptName", called.script())
                .with("Line", called.text())
                .with("PositionMessage", script ? "" : PositionMessage.message(called))
                .with("PSScriptRoot", folder(called.script()))
                .with("PSCommandPath", called.script().isEmpty() ? null : called.script())
                .with("InvocationName", script ? file : name)
                .saying("System.Management.Automation.InvocationInfo");
    }

    private ShellObject command(boolean script) {
        ShellObject made = new ShellObject(ObjectType.named(
                        "System.Management.Automation." + (script ? "ExternalScriptInfo" : "FunctionInfo")))
                .with("CommandType", script ? "ExternalScript" : "Function")
                .with("Name", name);
        return (script ? made.with("Path", file.isEmpty() ? null : file).with("Source", file) : made)
                .saying(script ? file : name);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
