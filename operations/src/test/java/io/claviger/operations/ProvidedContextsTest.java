package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.ProvidedContext;

/** Contexts that a context provider vouches for. */
class ProvidedContextsTest extends OnAWorkbench {

    @Test
    void areRefusedSinceNoProviderIsTrusted() {
        createRole("r");

        assertRefused(
                () -> bench.administrator()
                        .sts()
                        .assumeRole(assume -> assume.roleArn(ARN + "role/r")
                                .roleSessionName("session")
                                .providedContexts(ProvidedContext.builder()
                                        .providerArn("arn:aws:iam::aws:contextProvider/IdentityCenter")
                                        .contextAssertion("assertion")
                                        .build())),
                "ValidationError",
                "Claviger trusts no context provider, so a session has no provided contexts.");
    }
}
