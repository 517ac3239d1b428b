package io.claviger.operations.federation;

import io.claviger.iam.Quotas;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderResponse;

/** SAML providers' tags. */
public final class SamlProviderTags {

    private final Tagging<SamlProvider> tagging;

    /** Providers' tags within these quotas. */
    public SamlProviderTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagSAMLProvider",
                        TagSamlProviderRequest.class,
                        NamedSamlProvider.target(TagSamlProviderRequest::samlProviderArn)
                                .setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagSAMLProvider",
                        UntagSamlProviderRequest.class,
                        NamedSamlProvider.target(UntagSamlProviderRequest::samlProviderArn)
                                .removing(UntagSamlProviderRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListSAMLProviderTags",
                        ListSamlProviderTagsRequest.class,
                        NamedSamlProvider.target(ListSamlProviderTagsRequest::samlProviderArn),
                        this::list));
    }

    private TagSamlProviderResponse tag(Execution<TagSamlProviderRequest> execution) {
        TagSamlProviderRequest request = execution.request();
        tagging.tag(execution, provider(execution, request.samlProviderArn()), request.tags());
        return TagSamlProviderResponse.builder().build();
    }

    private UntagSamlProviderResponse untag(Execution<UntagSamlProviderRequest> execution) {
        UntagSamlProviderRequest request = execution.request();
        tagging.untag(execution, provider(execution, request.samlProviderArn()), request.tagKeys());
        return UntagSamlProviderResponse.builder().build();
    }

    private ListSamlProviderTagsResponse list(Execution<ListSamlProviderTagsRequest> execution) {
        ListSamlProviderTagsRequest request = execution.request();
        var page = tagging.list(
                execution, provider(execution, request.samlProviderArn()), request.marker(), request.maxItems());
        return ListSamlProviderTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, SamlProvider> provider(Execution<?> execution, String arn) {
        return reading -> NamedSamlProvider.in(reading, execution.call(), arn);
    }
}
