package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.CmdletDescription;

/** AWS Tools' module of credentials, profiles and regions. */
final class CommonModule {

    private static final String NAME = "AWS.Tools.Common";

    private CommonModule() {}

    /** A description of one of its cmdlets, without parameters yet. */
    static CmdletDescription describe(String name, String synopsis) {
        return CmdletDescription.of(name, NAME, synopsis)
                .withTypeName("Amazon.PowerShell.Common." + name.replace("-", "") + "Cmdlet");
    }
}
