package io.claviger.operations;

import io.claviger.iam.Tag;
import io.claviger.iam.User;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/** Users' tags. */
final class UserTags {

    /**
     * How much of a key goes into a marker, in characters: a marker has at most 320 of them, which a whole key can
     * exceed. Of keys that begin alike for longer than this, a hash settles the order.
     */
    private static final int KEY_START = 48;

    private static final Comparator<String> BY_POSITION = String.CASE_INSENSITIVE_ORDER;

    private final Deployment deployment;

    UserTags(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        TagUserRequest.class,
                        (targets, call, request) ->
                                targets.user(call, request.userName()).setting(RequestedTags.of(request.tags())),
                        this::tag),
                Operation.on(
                        UntagUserRequest.class,
                        (targets, call, request) ->
                                targets.user(call, request.userName()).removing(request.tagKeys()),
                        this::untag),
                Operation.on(
                        ListUserTagsRequest.class,
                        (targets, call, request) -> targets.user(call, request.userName()),
                        this::list));
    }

    private TagUserResponse tag(Call call, TagUserRequest request) {
        List<Tag> tags = RequestedTags.checked(request.tags());
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            User tagged = user.tagged(RequestedTags.overlaid(
                    user.tags(), tags, deployment.quotas().tagsPerEntity()));
            if (!tagged.equals(user)) {
                writing.update(tagged);
            }
            return tagged;
        });
        return TagUserResponse.builder().build();
    }

    private UntagUserResponse untag(Call call, UntagUserRequest request) {
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            User untagged = user.tagged(Tag.without(user.tags(), request.tagKeys()));
            if (!untagged.equals(user)) {
                writing.update(untagged);
            }
            return untagged;
        });
        return UntagUserResponse.builder().build();
    }

    private static String position(Tag tag) {
        String key = tag.key();
        if (key.length() <= KEY_START) {
            return key;
        }
        byte[] folded = key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return key.substring(0, KEY_START) + '\0' + UUID.nameUUIDFromBytes(folded);
    }

    private ListUserTagsResponse list(Call call, ListUserTagsRequest request) {
        User user = deployment.store().read(reading -> Named.user(reading, call, request.userName()));
        Page.Request asked = new Page.Request("tags of " + user.id(), null, request.marker(), request.maxItems());
        String after = asked.slice().after();
        Page<Tag> page = asked.of(
                user.tags().stream()
                        .filter(tag -> after == null || BY_POSITION.compare(position(tag), after) > 0)
                        .sorted(Comparator.comparing(UserTags::position, BY_POSITION))
                        .limit(asked.slice().limit())
                        .toList(),
                UserTags::position);
        return ListUserTagsResponse.builder()
                .tags(Shapes.tags(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }
}
