package io.claviger.access;

import io.claviger.iam.Tag;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request acts on, as policies judge it. Immutable.
 *
 * @param arn the ARN that policies are matched with, or {@code *} for an action without resources
 * @param ownerId the account that it belongs to. What AWS shares with every account counts as the account's own where an
 *     action only reads it, and as {@link #AWS}'s where an action would change it
 * @param tags the tags that it has
 * @param keys the condition keys that the request adds, by their lower-case names
 * @param trust for a role that is to be assumed, whom it trusts; null for everything else
 */
public record Resource(
        String arn,
        String ownerId,
        List<Tag> tags,
        Map<String, ContextValue> keys,
        @Nullable Trust trust) {

    /** Owns what no account may change. */
    public static final String AWS = "aws";

    /** Copies tags and keys. */
    public Resource {
        tags = List.copyOf(tags);
        keys = Map.copyOf(keys);
    }

    /**
     * Whom a role trusts.
     *
     * @param document its trust policy, with users and roles by their unique IDs; null if there is no such role, so that
     *     nobody is trusted
     */
    public record Trust(@Nullable String document) {}

    /** A resource that is no role to be assumed. */
    public Resource(String arn, String ownerId, List<Tag> tags, Map<String, ContextValue> keys) {
        this(arn, ownerId, tags, keys, null);
    }

    /** A resource without tags. */
    public static Resource of(String arn, String ownerId) {
        return new Resource(arn, ownerId, List.of(), Map.of());
    }

    /** The same resource with these condition keys besides, by their lower-case names. */
    public Resource with(Map<String, ContextValue> added) {
        Map<String, ContextValue> all = new HashMap<>(keys);
        all.putAll(added);
        return new Resource(arn, ownerId, tags, all, trust);
    }
}
