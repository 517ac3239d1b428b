package io.claviger.operations.federation;

import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;

/** The account's identity providers of SAML. No operation creates one yet, so the list is empty. */
public final class IdentityProviders {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListSAMLProviders",
                ListSamlProvidersRequest.class,
                (view, call, request) -> Target.arn(
                        "arn:" + call.partition().id() + ":iam::" + call.accountId() + ":saml-provider/*", call),
                execution -> ListSamlProvidersResponse.builder()
                        .samlProviderList(List.of())
                        .build()));
    }
}
