package io.claviger.operations.federation;

import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.Arns;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Quotas;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Counted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** Identity providers of OpenID Connect: create, look at, list, delete. */
public final class OidcProviders {

    /** AWS's quota of providers, which accounts cannot have raised. */
    private static final int PER_ACCOUNT = 100;

    private final Quotas quotas;
    private final UniqueIds uniqueIds;
    private final OpenIdConnect openIdConnect;

    /**
     * Providers within these quotas.
     *
     * @param openIdConnect looks at the certificates of issuers that are created without a thumbprint
     */
    public OidcProviders(Quotas quotas, UniqueIds uniqueIds, OpenIdConnect openIdConnect) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
        this.openIdConnect = openIdConnect;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:CreateOpenIDConnectProvider",
                        CreateOpenIdConnectProviderRequest.class,
                        OidcProviders::creationChecks,
                        this::create),
                Operation.on(
                        "iam:GetOpenIDConnectProvider",
                        GetOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(GetOpenIdConnectProviderRequest::openIDConnectProviderArn),
                        OidcProviders::get),
                Operation.on(
                        "iam:ListOpenIDConnectProviders",
                        ListOpenIdConnectProvidersRequest.class,
                        (view, call, request) ->
                                Target.arn(Arns.oidcProvider(call.partition(), call.accountId(), "*"), call),
                        OidcProviders::list),
                Operation.on(
                        "iam:DeleteOpenIDConnectProvider",
                        DeleteOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(DeleteOpenIdConnectProviderRequest::openIDConnectProviderArn),
                        OidcProviders::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateOpenIdConnectProviderRequest request) {
        String arn = Arns.oidcProvider(call.partition(), call.accountId(), OidcIssuer.withoutScheme(request.url()));
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateOpenIDConnectProvider", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagOpenIDConnectProvider", target));
        }
        return checks;
    }

    private CreateOpenIdConnectProviderResponse create(Execution<CreateOpenIdConnectProviderRequest> execution) {
        Call call = execution.call();
        CreateOpenIdConnectProviderRequest request = execution.request();
        List<Tag> tags =
                RequestedTags.overlaid(List.of(), RequestedTags.checked(request.tags()), quotas.tagsPerEntity());
        OidcProvider provider = new OidcProvider(
                call.accountId(),
                uniqueIds.oidcProvider(),
                OidcIssuer.withoutScheme(request.url()),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                OidcProviderChanges.clientIds(request.clientIDList()),
                thumbprints(request),
                tags);
        return execution.write(writing -> {
            if (writing.oidcProviders().of(call.accountId(), provider.url()).isPresent()) {
                throw Refused.alreadyExists("Provider with url " + request.url() + " already exists.");
            }
            if (writing.accounts().count(call.accountId(), Counted.OIDC_PROVIDERS) >= PER_ACCOUNT) {
                throw Refused.quota("OpenIdConnectProvidersPerAccount", PER_ACCOUNT);
            }
            writing.insert(provider);
            return CreateOpenIdConnectProviderResponse.builder()
                    .openIDConnectProviderArn(provider.arn(call.partition()))
                    .tags(tags.isEmpty() ? null : Shapes.tags(tags))
                    .build();
        });
    }

    /** As asked for; if none are, the issuer's own, unless a file gives its keys, so that nobody need connect to it. */
    private List<String> thumbprints(CreateOpenIdConnectProviderRequest request) {
        if (!request.thumbprintList().isEmpty() || openIdConnect.hasKeyFile(request.url())) {
            return OidcProviderChanges.thumbprints(request.thumbprintList());
        }
        return List.of(openIdConnect
                .topThumbprint(request.url())
                .orElseThrow(() -> new Refused(
                        ErrorCode.OPEN_ID_IDP_COMMUNICATION_ERROR,
                        "Unable to connect to the OpenID Connect identity provider " + request.url())));
    }

    private static GetOpenIdConnectProviderResponse get(Execution<GetOpenIdConnectProviderRequest> execution) {
        Call call = execution.call();
        OidcProvider provider = execution.read(reading ->
                NamedOidcProvider.in(reading, call, execution.request().openIDConnectProviderArn()));
        return GetOpenIdConnectProviderResponse.builder()
                .url(provider.url())
                .clientIDList(provider.clientIds())
                .thumbprintList(provider.thumbprints())
                .createDate(provider.createDate())
                .tags(Shapes.tags(provider.tags()))
                .build();
    }

    private static ListOpenIdConnectProvidersResponse list(Execution<ListOpenIdConnectProvidersRequest> execution) {
        Call call = execution.call();
        List<OidcProvider> providers =
                execution.read(reading -> reading.oidcProviders().all(call.accountId()));
        return ListOpenIdConnectProvidersResponse.builder()
                .openIDConnectProviderList(providers.stream()
                        .map(provider -> OpenIDConnectProviderListEntry.builder()
                                .arn(provider.arn(call.partition()))
                                .build())
                        .toList())
                .build();
    }

    /** Roles that trust the provider stay as they are; nobody can assume them through it any more. */
    private static DeleteOpenIdConnectProviderResponse delete(Execution<DeleteOpenIdConnectProviderRequest> execution) {
        Call call = execution.call();
        String arn = execution.request().openIDConnectProviderArn();
        return execution.write(writing -> {
            writing.delete(NamedOidcProvider.find(writing, call, arn)
                    .orElseThrow(() -> Refused.noSuchEntity("OpenId connect Provider " + arn + " cannot be found.")));
            return DeleteOpenIdConnectProviderResponse.builder().build();
        });
    }
}
