package io.claviger.operations.credential;

import io.claviger.iam.Quotas;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsResponse;
import software.amazon.awssdk.services.iam.model.TagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.TagServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateResponse;

/** Server certificates' tags. */
public final class ServerCertificateTags {

    private final Tagging<ServerCertificate> tagging;

    /** Server certificates' tags within these quotas. */
    public ServerCertificateTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagServerCertificate",
                        TagServerCertificateRequest.class,
                        NamedServerCertificate.target(TagServerCertificateRequest::serverCertificateName)
                                .setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagServerCertificate",
                        UntagServerCertificateRequest.class,
                        NamedServerCertificate.target(UntagServerCertificateRequest::serverCertificateName)
                                .removing(UntagServerCertificateRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListServerCertificateTags",
                        ListServerCertificateTagsRequest.class,
                        NamedServerCertificate.target(ListServerCertificateTagsRequest::serverCertificateName),
                        this::list));
    }

    private TagServerCertificateResponse tag(Execution<TagServerCertificateRequest> execution) {
        TagServerCertificateRequest request = execution.request();
        tagging.tag(execution, certificate(execution, request.serverCertificateName()), request.tags());
        return TagServerCertificateResponse.builder().build();
    }

    private UntagServerCertificateResponse untag(Execution<UntagServerCertificateRequest> execution) {
        UntagServerCertificateRequest request = execution.request();
        tagging.untag(execution, certificate(execution, request.serverCertificateName()), request.tagKeys());
        return UntagServerCertificateResponse.builder().build();
    }

    private ListServerCertificateTagsResponse list(Execution<ListServerCertificateTagsRequest> execution) {
        ListServerCertificateTagsRequest request = execution.request();
        var page = tagging.list(
                execution,
                certificate(execution, request.serverCertificateName()),
                request.marker(),
                request.maxItems());
        return ListServerCertificateTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, ServerCertificate> certificate(Execution<?> execution, String name) {
        return reading -> NamedServerCertificate.in(reading, execution.call(), name);
    }
}
