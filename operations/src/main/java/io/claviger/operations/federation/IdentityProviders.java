package io.claviger.operations.federation;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;

/** The account's OpenID Connect providers. No operation creates one yet, so the list is empty. */
public final class IdentityProviders {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListOpenIDConnectProviders",
                ListOpenIdConnectProvidersRequest.class,
                all("oidc-provider"),
                execution -> ListOpenIdConnectProvidersResponse.builder()
                        .openIDConnectProviderList(List.of())
                        .build()));
    }

    private static <Q> Finder<Q> all(String type) {
        return (view, call, request) -> Target.arn(arn(call, type), call);
    }

    private static String arn(Call call, String type) {
        return "arn:" + call.partition().id() + ":iam::" + call.accountId() + ":" + type + "/*";
    }
}
