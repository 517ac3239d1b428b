package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;
import org.jspecify.annotations.Nullable;

/**
 * A condition key. Immutable.
 *
 * @param name the key, such as {@code s3:prefix}; what varies in it stands as <code>${Name}</code>, as in
 *     <code>aws:RequestTag/${TagKey}</code>
 * @param type the type of its values
 * @param multivalued whether a request can have several values for it
 */
public record ConditionKey(String name, ValueType type, boolean multivalued) {

    private static final String ARRAY = "ArrayOf";

    /** Reads the type as catalogs write it, {@code ArrayOfString} say; null if there is no such type. */
    static @Nullable ConditionKey of(String name, String type) {
        boolean multivalued = type.startsWith(ARRAY);
        String title = multivalued ? type.substring(ARRAY.length()) : type;
        for (ValueType candidate : ValueType.values()) {
            if (candidate.title().equals(title)) {
                return new ConditionKey(name, candidate, multivalued);
            }
        }
        return null;
    }

    /** The type as catalogs write it, such as {@code ArrayOfString}. */
    public String typeTitle() {
        return multivalued ? ARRAY + type.title() : type.title();
    }

    /** Whether part of the name varies. */
    public boolean patterned() {
        return name.contains("${");
    }

    /** Whether a policy that writes the key so means this one; letters match in either case. */
    public boolean matches(String written) {
        return patterned()
                ? VaryingText.matches(name, written)
                : AsciiCase.lower(name).equals(AsciiCase.lower(written));
    }
}
