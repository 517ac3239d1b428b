package io.claviger.corecmdlets;

import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** Common parts of these cmdlets' descriptions. */
final class CoreDescriptions {

    /** The parameter that takes what comes through the pipeline. */
    static final String INPUT = "InputObject";

    private CoreDescriptions() {}

    static CmdletDescription utility(String name, String synopsis) {
        return of(name, "Microsoft.PowerShell.Utility", synopsis);
    }

    static CmdletDescription core(String name, String synopsis) {
        return of(name, "Microsoft.PowerShell.Core", synopsis);
    }

    private static CmdletDescription of(String name, String module, String synopsis) {
        return CmdletDescription.of(name, module, synopsis)
                .withTypeName("Microsoft.PowerShell.Commands." + name.replace("-", "") + "Command");
    }

    static Parameter input() {
        return Parameter.of(INPUT, ParameterType.OBJECT, "What comes through the pipeline.")
                .byValue();
    }

    static TerminatingError problem(ErrorCategory category, String id, String message) {
        return new TerminatingError(ErrorRecord.of(category, id, "System.InvalidOperationException", message));
    }
}
