package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletSource;
import java.util.ArrayList;
import java.util.List;

/** The cmdlets of AWS Tools' common module that are about credentials, profiles and regions. */
public final class CredentialCmdlets {

    /** The module that they are of in AWS Tools. */
    private static final String MODULE = "AWS.Tools.Common";

    private CredentialCmdlets() {}

    /** The cmdlets. */
    public static CmdletSource source() {
        List<Cmdlet> all = new ArrayList<>();
        all.addAll(SessionCredentials.cmdlets());
        all.addAll(Defaults.cmdlets());
        all.addAll(RegionCmdlets.cmdlets());
        all.addAll(SensitiveData.cmdlets());
        return CmdletSource.of(all);
    }

    /** The beginning of a description. */
    static CmdletDescription describe(String name, String synopsis) {
        return CmdletDescription.of(name, MODULE, synopsis)
                .withTypeName("Amazon.PowerShell.Common." + name.replace("-", "") + "Cmdlet");
    }
}
