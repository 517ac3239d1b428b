package io.claviger.operations.federation;

import io.claviger.iam.OidcProvider;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;

/** What can be changed of an OIDC provider: its audiences, and the certificates that vouch for it. */
public final class OidcProviderChanges {

    private static final int MOST_CLIENT_IDS = 100;
    private static final int MOST_THUMBPRINTS = 5;

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:AddClientIDToOpenIDConnectProvider",
                        AddClientIdToOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(AddClientIdToOpenIdConnectProviderRequest::openIDConnectProviderArn),
                        OidcProviderChanges::addClientId),
                Operation.on(
                        "iam:RemoveClientIDFromOpenIDConnectProvider",
                        RemoveClientIdFromOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(
                                RemoveClientIdFromOpenIdConnectProviderRequest::openIDConnectProviderArn),
                        OidcProviderChanges::removeClientId),
                Operation.on(
                        "iam:UpdateOpenIDConnectProviderThumbprint",
                        UpdateOpenIdConnectProviderThumbprintRequest.class,
                        NamedOidcProvider.target(
                                UpdateOpenIdConnectProviderThumbprintRequest::openIDConnectProviderArn),
                        OidcProviderChanges::updateThumbprints));
    }

    /**
     * The audiences of a provider, each once.
     *
     * @throws Refused when they are too many
     */
    static List<String> clientIds(List<String> requested) {
        List<String> distinct = requested.stream().distinct().toList();
        if (distinct.size() > MOST_CLIENT_IDS) {
            throw Refused.quota("ClientIdsPerOpenIdConnectProvider", MOST_CLIENT_IDS);
        }
        return distinct;
    }

    /**
     * The thumbprints of a provider.
     *
     * @throws Refused when they are too many; AWS takes five, whatever its text says
     */
    static List<String> thumbprints(List<String> requested) {
        if (requested.size() > MOST_THUMBPRINTS) {
            throw Refused.invalidInput("Thumbprint list must contain fewer than 5 entries.");
        }
        return requested;
    }

    /** An audience that is there already stays there. */
    private static AddClientIdToOpenIdConnectProviderResponse addClientId(
            Execution<AddClientIdToOpenIdConnectProviderRequest> execution) {
        AddClientIdToOpenIdConnectProviderRequest request = execution.request();
        change(
                execution,
                request.openIDConnectProviderArn(),
                provider -> provider.serving(
                        clientIds(Stream.concat(provider.clientIds().stream(), Stream.of(request.clientID()))
                                .toList())));
        return AddClientIdToOpenIdConnectProviderResponse.builder().build();
    }

    /** An audience that is not there is none the less removed. */
    private static RemoveClientIdFromOpenIdConnectProviderResponse removeClientId(
            Execution<RemoveClientIdFromOpenIdConnectProviderRequest> execution) {
        RemoveClientIdFromOpenIdConnectProviderRequest request = execution.request();
        change(
                execution,
                request.openIDConnectProviderArn(),
                provider -> provider.serving(provider.clientIds().stream()
                        .filter(clientId -> !clientId.equals(request.clientID()))
                        .toList()));
        return RemoveClientIdFromOpenIdConnectProviderResponse.builder().build();
    }

    private static UpdateOpenIdConnectProviderThumbprintResponse updateThumbprints(
            Execution<UpdateOpenIdConnectProviderThumbprintRequest> execution) {
        UpdateOpenIdConnectProviderThumbprintRequest request = execution.request();
        change(
                execution,
                request.openIDConnectProviderArn(),
                provider -> provider.vouchedFor(thumbprints(request.thumbprintList())));
        return UpdateOpenIdConnectProviderThumbprintResponse.builder().build();
    }

    private static void change(Execution<?> execution, String arn, UnaryOperator<OidcProvider> change) {
        execution.write(writing -> {
            OidcProvider provider = NamedOidcProvider.in(writing, execution.call(), arn);
            OidcProvider changed = change.apply(provider);
            if (!changed.equals(provider)) {
                writing.update(changed);
            }
            return changed;
        });
    }
}
