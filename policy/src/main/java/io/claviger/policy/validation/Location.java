package io.claviger.policy.validation;

import java.util.List;

/**
 * A place in a policy, as Access Analyzer's API gives it. Immutable.
 *
 * @param path the way to it from the root; empty for the whole policy
 * @param span where it stands in the text
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Location.html">Location</a>
 */
public record Location(List<PathElement> path, TextSpan span) {

    /** Copies the path. */
    public Location {
        path = List.copyOf(path);
    }
}
