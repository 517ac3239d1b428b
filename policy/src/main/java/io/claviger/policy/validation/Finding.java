package io.claviger.policy.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something found in a policy. Immutable.
 *
 * @param check what was looked for
 * @param details what was found and what to do about it, in English, for a person
 * @param locations where; never empty
 */
public record Finding(Check check, String details, List<Location> locations) {

    /** Copies the list of locations. */
    public Finding {
        locations = List.copyOf(locations);
    }

    /** How much it matters. */
    public FindingType type() {
        return check.type();
    }

    /** The code by which programs know it. */
    public String issueCode() {
        return check.issueCode();
    }

    /** The page of AWS's documentation about such findings; null if AWS has none. */
    public @Nullable String learnMoreLink() {
        return check.learnMoreLink();
    }
}
