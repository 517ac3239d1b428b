package io.claviger.operations.gate;

import io.claviger.access.Resource;
import io.claviger.iam.Tag;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation acts on, as the gate judges it. Immutable.
 *
 * @param resource what policies judge
 * @param shown what a refusal calls it; AWS names some resources by their ARN, others by kind and name, and some not at
 *     all, which is null
 */
public record Target(Resource resource, @Nullable String shown) {

    private static final String REQUEST_TAG = "aws:requesttag/";
    private static final String TAG_KEYS = "aws:tagkeys";

    /** For an action that no resource limits. */
    public static Target anything(Call call) {
        return shownAs("*", "*", call);
    }

    /** A resource of the account acted in, which a refusal calls by its ARN. */
    public static Target arn(String arn, Call call) {
        return shownAs(arn, arn, call);
    }

    /** A resource of the account acted in, under another name. */
    public static Target shownAs(String arn, @Nullable String shown, Call call) {
        return new Target(Resource.of(arn, call.accountId()), shown);
    }

    /** The same target, which refusals do not name. */
    public Target unnamed() {
        return new Target(resource, null);
    }

    /** The same target with one more condition key. */
    public Target with(String key, String value) {
        return with(Map.of(key, new ContextValue.Text(value)));
    }

    /** The same target for a request that sets these tags. */
    public Target setting(List<Tag> requested) {
        if (requested.isEmpty()) {
            return this;
        }
        Map<String, ContextValue> added = new HashMap<>();
        for (Tag tag : requested) {
            added.put(REQUEST_TAG + tag.key().toLowerCase(Locale.ROOT), new ContextValue.Text(tag.value()));
        }
        added.put(
                TAG_KEYS,
                new ContextValue.Texts(requested.stream().map(Tag::key).toList()));
        return with(added);
    }

    /** The same target for a request that removes the tags of these keys. */
    public Target removing(List<String> tagKeys) {
        return tagKeys.isEmpty() ? this : with(Map.of(TAG_KEYS, new ContextValue.Texts(tagKeys)));
    }

    private Target with(Map<String, ContextValue> added) {
        return new Target(resource.with(added), shown);
    }
}
