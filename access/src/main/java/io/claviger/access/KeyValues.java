package io.claviger.access;

import io.claviger.iam.Tag;
import io.claviger.policy.request.ContextValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of condition keys, in the engine's form. */
final class KeyValues {

    private KeyValues() {}

    /** A single text; null stays null. */
    static @Nullable ContextValue text(@Nullable String value) {
        return value == null ? null : new ContextValue.Text(value);
    }

    /** The value of the tag with this key, without case; null if there is none. */
    static @Nullable ContextValue tag(List<Tag> tags, String key) {
        for (Tag tag : tags) {
            if (tag.isNamed(key)) {
                return text(tag.value());
            }
        }
        return null;
    }
}
