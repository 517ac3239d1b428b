package io.claviger.cmdlets.launch;

import io.claviger.cmdlets.aws.DiscoveryCmdlets;
import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.cmdlets.credentials.CredentialCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.command.CmdletSource;
import java.util.List;

/** The cmdlets of the program. */
final class AllCmdlets {

    private AllCmdlets() {}

    /** All of them; each family is made when it is asked for. */
    static List<CmdletSource> sources() {
        return List.of(
                CoreCmdlets.source(), CredentialCmdlets.source(), DiscoveryCmdlets.source(), new ServiceCmdlets());
    }
}
