package io.claviger.operations.user;

import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/** Users' tags. */
public final class UserTags {

    private final Tagging<User> tagging;

    /** Users' tags within these quotas. */
    public UserTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagUser",
                        TagUserRequest.class,
                        NamedUser.target(TagUserRequest::userName).setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagUser",
                        UntagUserRequest.class,
                        NamedUser.target(UntagUserRequest::userName).removing(UntagUserRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListUserTags",
                        ListUserTagsRequest.class,
                        NamedUser.target(ListUserTagsRequest::userName),
                        this::list));
    }

    private TagUserResponse tag(Execution<TagUserRequest> execution) {
        TagUserRequest request = execution.request();
        tagging.tag(execution, user(execution, request.userName()), request.tags());
        return TagUserResponse.builder().build();
    }

    private UntagUserResponse untag(Execution<UntagUserRequest> execution) {
        UntagUserRequest request = execution.request();
        tagging.untag(execution, user(execution, request.userName()), request.tagKeys());
        return UntagUserResponse.builder().build();
    }

    private ListUserTagsResponse list(Execution<ListUserTagsRequest> execution) {
        ListUserTagsRequest request = execution.request();
        var page = tagging.list(execution, user(execution, request.userName()), request.marker(), request.maxItems());
        return ListUserTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, User> user(Execution<?> execution, String name) {
        return reading -> NamedUser.in(reading, execution.call(), name);
    }
}
