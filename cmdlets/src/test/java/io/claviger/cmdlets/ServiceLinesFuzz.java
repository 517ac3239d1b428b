package io.claviger.cmdlets;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.powershell.LanguageFuzz;
import io.claviger.powershell.SampleCmdlets;
import io.claviger.powershell.core.CoreCmdlets;

/** The language's fuzz target with the cmdlets of the services. An entry point for Jazzer. */
public final class ServiceLinesFuzz {

    private static final LanguageFuzz ALL =
            new LanguageFuzz(SampleCmdlets.source(), CoreCmdlets.source(), new ServiceCmdlets());

    private ServiceLinesFuzz() {}

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ALL.run(input);
    }
}
