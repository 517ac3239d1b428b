package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import java.util.ArrayList;
import java.util.List;

/** The cmdlets of AWS Tools' common module for credentials, profiles and regions. */
public final class CredentialCmdlets {

    private CredentialCmdlets() {}

    /** The cmdlets. */
    public static CmdletSource source() {
        List<Cmdlet> all = new ArrayList<>();
        all.addAll(SessionCredentials.cmdlets());
        all.addAll(DefaultConfiguration.cmdlets());
        all.addAll(RegionCmdlets.cmdlets());
        all.addAll(SensitiveData.cmdlets());
        return new CmdletList(all);
    }
}
