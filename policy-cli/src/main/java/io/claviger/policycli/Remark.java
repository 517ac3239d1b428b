package io.claviger.policycli;

import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about a policy: what the validator found, or why the policy cannot be parsed. Immutable.
 *
 * @param source the policy
 * @param type how much it matters
 * @param code by which programs know it
 * @param details what it is and what to do about it, as programs read it
 * @param said the same for a person at the command line
 * @param link a page about it
 * @param locations where, the first place first
 */
record Remark(
        Source source,
        FindingType type,
        String code,
        String details,
        String said,
        @Nullable String link,
        List<Location> locations) {

    /** Copies the list of locations. */
    Remark {
        locations = List.copyOf(locations);
    }

    /** File, line and column, counted from 1. */
    String place() {
        return locations.isEmpty()
                ? source.name()
                : source.place(Places.position(locations.getFirst().span().start()));
    }
}
