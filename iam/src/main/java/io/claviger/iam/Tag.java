package io.claviger.iam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A tag. Keys keep their case but are compared without it, so no entity carries both {@code Team} and {@code team}.
 */
public record Tag(String key, String value) {

    /** Whether the tag has this key, in any case. */
    public boolean isNamed(String otherKey) {
        return key.equalsIgnoreCase(otherKey);
    }

    /** The present tags and the new ones; a new tag replaces the present one of the same key. */
    public static List<Tag> overlaid(List<Tag> present, List<Tag> added) {
        List<Tag> result = new ArrayList<>(present);
        for (Tag tag : added) {
            int at = indexOf(result, tag.key());
            if (at < 0) {
                result.add(tag);
            } else {
                result.set(at, tag);
            }
        }
        return List.copyOf(result);
    }

    /** The present tags without those of the named keys; a key that no tag has is ignored. */
    public static List<Tag> without(List<Tag> present, Collection<String> keys) {
        return present.stream()
                .filter(tag -> keys.stream().noneMatch(tag::isNamed))
                .toList();
    }

    private static int indexOf(List<Tag> tags, String key) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).isNamed(key)) {
                return i;
            }
        }
        return -1;
    }
}
