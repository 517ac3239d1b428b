package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation acts on, as the gate judges it.
 *
 * @param resource the ARN that policies are matched with, or {@code *} for an action without resources
 * @param shown what a refusal calls it; AWS names some resources by their ARN, others by kind and name, and some not at
 *     all, which is null
 * @param tags the tags that the resource has
 * @param keys the condition keys that this request adds, by their lower-case names
 */
record Target(String resource, @Nullable String shown, List<Tag> tags, Map<String, ContextValue> keys) {

    Target {
        tags = List.copyOf(tags);
        keys = Map.copyOf(keys);
    }

    /** For an action that no resource limits. */
    static final Target ANYTHING = shownAs("*", "*");

    /** For an action that no resource limits, in a service whose refusals then name none. */
    static final Target UNNAMED = shownAs("*", null);

    /** A resource that a refusal calls by its ARN. */
    static Target arn(String arn) {
        return shownAs(arn, arn);
    }

    /** A resource under another name. */
    static Target shownAs(String resource, @Nullable String shown) {
        return new Target(resource, shown, List.of(), Map.of());
    }

    /** A user that exists. */
    static Target user(User user) {
        return new Target(user.arn(), "user " + user.name(), user.tags(), Map.of());
    }

    /** A user that may not exist: judged as if it stood at the root path. */
    static Target userNamed(String accountId, String name) {
        return shownAs(Arns.user(accountId, "/", name), "user " + name);
    }

    /** A group that exists. */
    static Target group(Group group) {
        return shownAs(group.arn(), "group " + group.name());
    }

    /** A group that may not exist: judged as if it stood at the root path. */
    static Target groupNamed(String accountId, String name) {
        return shownAs(Arns.group(accountId, "/", name), "group " + name);
    }

    /** A managed policy of this ARN. */
    static Target policy(String arn, List<Tag> tags) {
        return new Target(arn, "policy " + arn, tags, Map.of());
    }

    /** The same target, which refusals do not name. */
    Target unnamed() {
        return new Target(resource, null, tags, keys);
    }

    /** The same target with one more condition key. */
    Target with(String key, String value) {
        Map<String, ContextValue> more = new HashMap<>(keys);
        more.put(key, new ContextValue.Text(value));
        return new Target(resource, shown, tags, more);
    }

    /** The same target for a request that sets these tags. */
    Target setting(List<Tag> requested) {
        Map<String, ContextValue> more = new HashMap<>(keys);
        ConditionKeys.putRequestTags(more, requested);
        return new Target(resource, shown, tags, more);
    }

    /** The same target for a request that removes the tags of these keys. */
    Target removing(List<String> tagKeys) {
        Map<String, ContextValue> more = new HashMap<>(keys);
        ConditionKeys.putTagKeys(more, tagKeys);
        return new Target(resource, shown, tags, more);
    }
}
