package io.claviger.operations;

import io.claviger.iam.Tag;
import io.claviger.iam.User;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/** Users' tags. */
final class UserTags {

    private static final Comparator<Tag> BY_KEY =
            Comparator.comparing(tag -> tag.key().toLowerCase(Locale.ROOT));

    private final Deployment deployment;
    private final Targets targets;

    UserTags(Deployment deployment, Targets targets) {
        this.deployment = deployment;
        this.targets = targets;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        TagUserRequest.class,
                        (call, request) ->
                                targets.user(call, request.userName()).setting(RequestedTags.of(request.tags())),
                        this::tag),
                Operation.on(
                        UntagUserRequest.class,
                        (call, request) ->
                                targets.user(call, request.userName()).removing(request.tagKeys()),
                        this::untag),
                Operation.on(
                        ListUserTagsRequest.class,
                        (call, request) -> targets.user(call, request.userName()),
                        this::list));
    }

    private TagUserResponse tag(Call call, TagUserRequest request) {
        List<Tag> tags = RequestedTags.checked(request.tags());
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            User tagged = user.tagged(RequestedTags.overlaid(
                    user.tags(), tags, deployment.quotas().tagsPerEntity()));
            writing.update(tagged);
            return tagged;
        });
        return TagUserResponse.builder().build();
    }

    private UntagUserResponse untag(Call call, UntagUserRequest request) {
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            User untagged = user.tagged(Tag.without(user.tags(), request.tagKeys()));
            writing.update(untagged);
            return untagged;
        });
        return UntagUserResponse.builder().build();
    }

    private ListUserTagsResponse list(Call call, ListUserTagsRequest request) {
        User user = deployment.store().read(reading -> Named.user(reading, call, request.userName()));
        Page.Request asked = new Page.Request("tags of " + user.id(), null, request.marker(), request.maxItems());
        String after = asked.slice().after();
        Page<Tag> page = asked.of(
                user.tags().stream()
                        .sorted(BY_KEY)
                        .filter(tag -> after == null || tag.key().compareToIgnoreCase(after) > 0)
                        .limit(asked.slice().limit())
                        .toList(),
                Tag::key);
        return ListUserTagsResponse.builder()
                .tags(Shapes.tags(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }
}
