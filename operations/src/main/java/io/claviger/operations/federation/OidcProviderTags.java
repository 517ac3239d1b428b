package io.claviger.operations.federation;

import io.claviger.iam.OidcProvider;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;

/** OIDC providers' tags. */
public final class OidcProviderTags {

    private final Tagging<OidcProvider> tagging;

    /** OIDC providers' tags within these quotas. */
    public OidcProviderTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagOpenIDConnectProvider",
                        TagOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(TagOpenIdConnectProviderRequest::openIDConnectProviderArn)
                                .setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagOpenIDConnectProvider",
                        UntagOpenIdConnectProviderRequest.class,
                        NamedOidcProvider.target(UntagOpenIdConnectProviderRequest::openIDConnectProviderArn)
                                .removing(UntagOpenIdConnectProviderRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListOpenIDConnectProviderTags",
                        ListOpenIdConnectProviderTagsRequest.class,
                        NamedOidcProvider.target(ListOpenIdConnectProviderTagsRequest::openIDConnectProviderArn),
                        this::list));
    }

    private TagOpenIdConnectProviderResponse tag(Execution<TagOpenIdConnectProviderRequest> execution) {
        TagOpenIdConnectProviderRequest request = execution.request();
        tagging.tag(execution, provider(execution, request.openIDConnectProviderArn()), request.tags());
        return TagOpenIdConnectProviderResponse.builder().build();
    }

    private UntagOpenIdConnectProviderResponse untag(Execution<UntagOpenIdConnectProviderRequest> execution) {
        UntagOpenIdConnectProviderRequest request = execution.request();
        tagging.untag(execution, provider(execution, request.openIDConnectProviderArn()), request.tagKeys());
        return UntagOpenIdConnectProviderResponse.builder().build();
    }

    private ListOpenIdConnectProviderTagsResponse list(Execution<ListOpenIdConnectProviderTagsRequest> execution) {
        ListOpenIdConnectProviderTagsRequest request = execution.request();
        var page = tagging.list(
                execution,
                provider(execution, request.openIDConnectProviderArn()),
                request.marker(),
                request.maxItems());
        return ListOpenIdConnectProviderTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, OidcProvider> provider(Execution<?> execution, String arn) {
        return reading -> NamedOidcProvider.in(reading, execution.call(), arn);
    }
}
