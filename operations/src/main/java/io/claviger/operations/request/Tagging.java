package io.claviger.operations.request;

import io.claviger.iam.Entity;
import io.claviger.iam.Tag;
import io.claviger.iam.Tagged;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one kind of entity: set, removed, listed. What differs between kinds is how the entity is found.
 *
 * @param quota how many tags an entity may have
 */
public record Tagging<E extends Entity & Tagged<E>>(int quota) {

    /**
     * How much of a key goes into a marker, in characters: a marker has at most 320 of them, which a whole key can
     * exceed. Of keys that begin alike for longer than this, a hash settles the order.
     */
    private static final int KEY_START = 48;

    private static final Comparator<String> BY_POSITION = String.CASE_INSENSITIVE_ORDER;

    /** Lays tags over those that the entity has. */
    public void tag(
            Execution<?> execution,
            Function<Reading, E> find,
            List<software.amazon.awssdk.services.iam.model.Tag> requested) {
        List<Tag> tags = RequestedTags.checked(requested);
        update(execution, find, present -> RequestedTags.overlaid(present, tags, quota));
    }

    /** Removes the tags of these keys. */
    public void untag(Execution<?> execution, Function<Reading, E> find, List<String> keys) {
        update(execution, find, present -> Tag.without(present, keys));
    }

    private void update(Execution<?> execution, Function<Reading, E> find, Function<List<Tag>, List<Tag>> change) {
        execution.write(writing -> {
            E entity = find.apply(writing);
            E tagged = entity.tagged(change.apply(entity.tags()));
            if (!tagged.equals(entity)) {
                writing.update(tagged);
            }
            return tagged;
        });
    }

    /** A page of the entity's tags, by key. */
    public Page<software.amazon.awssdk.services.iam.model.Tag> list(
            Execution<?> execution, Function<Reading, E> find, @Nullable String marker, @Nullable Integer maxItems) {
        E entity = execution.read(find);
        return page(entity.id(), entity.tags(), marker, maxItems);
    }

    /** A page of these tags, by key. The ID says whose they are, so that no other entity's marker is taken. */
    public static Page<software.amazon.awssdk.services.iam.model.Tag> page(
            String id, List<Tag> tags, @Nullable String marker, @Nullable Integer maxItems) {
        Page.Request asked = new Page.Request("tags of " + id, null, marker, maxItems);
        String after = asked.slice().after();
        Page<Tag> page = asked.of(
                tags.stream()
                        .filter(tag -> after == null || BY_POSITION.compare(position(tag), after) > 0)
                        .sorted(Comparator.comparing(Tagging::position, BY_POSITION))
                        .limit(asked.slice().limit())
                        .toList(),
                Tagging::position);
        return page.map(Shapes::tag);
    }

    private static String position(Tag tag) {
        String key = tag.key();
        if (key.length() <= KEY_START) {
            return key;
        }
        byte[] folded = key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return key.substring(0, KEY_START) + '\0' + UUID.nameUUIDFromBytes(folded);
    }
}
