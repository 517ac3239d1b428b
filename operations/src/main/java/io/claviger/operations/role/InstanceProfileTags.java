package io.claviger.operations.role;

import io.claviger.iam.InstanceProfile;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;

/** Instance profiles' tags. */
public final class InstanceProfileTags {

    private final Tagging<InstanceProfile> tagging;

    /** Instance profiles' tags within these quotas. */
    public InstanceProfileTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagInstanceProfile",
                        TagInstanceProfileRequest.class,
                        NamedProfile.target(TagInstanceProfileRequest::instanceProfileName)
                                .setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagInstanceProfile",
                        UntagInstanceProfileRequest.class,
                        NamedProfile.target(UntagInstanceProfileRequest::instanceProfileName)
                                .removing(UntagInstanceProfileRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListInstanceProfileTags",
                        ListInstanceProfileTagsRequest.class,
                        NamedProfile.target(ListInstanceProfileTagsRequest::instanceProfileName),
                        this::list));
    }

    private TagInstanceProfileResponse tag(Execution<TagInstanceProfileRequest> execution) {
        TagInstanceProfileRequest request = execution.request();
        tagging.tag(execution, profile(execution, request.instanceProfileName()), request.tags());
        return TagInstanceProfileResponse.builder().build();
    }

    private UntagInstanceProfileResponse untag(Execution<UntagInstanceProfileRequest> execution) {
        UntagInstanceProfileRequest request = execution.request();
        tagging.untag(execution, profile(execution, request.instanceProfileName()), request.tagKeys());
        return UntagInstanceProfileResponse.builder().build();
    }

    private ListInstanceProfileTagsResponse list(Execution<ListInstanceProfileTagsRequest> execution) {
        ListInstanceProfileTagsRequest request = execution.request();
        var page = tagging.list(
                execution, profile(execution, request.instanceProfileName()), request.marker(), request.maxItems());
        return ListInstanceProfileTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, InstanceProfile> profile(Execution<?> execution, String name) {
        return reading -> NamedProfile.in(reading, execution.call(), name);
    }
}
