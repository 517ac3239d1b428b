package io.claviger.cmdlets;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.corecmdlets.LanguageFuzz;
import io.claviger.powershell.golden.SampleCmdlets;

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
