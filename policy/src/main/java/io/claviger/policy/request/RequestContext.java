package io.claviger.policy.request;

import io.claviger.policy.pattern.Variables;
import io.claviger.policy.request.ContextValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request besides its action and resource. An implementation must answer the same for the same key
 * during one decision.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     context keys</a>
 */
public interface RequestContext extends Variables {

    /**
     * The value of a condition key.
     *
     * @param key the key in lower case, all of it: {@code aws:principaltag/team}
     * @return null if the request has no such key
     */
    @Nullable
    ContextValue value(String key);

    @Override
    default @Nullable String text(String key) {
        return value(key) instanceof Text(String text) ? text : null;
    }

    @Override
    default boolean absent(String key) {
        return value(key) == null;
    }
}
