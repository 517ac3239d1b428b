package io.claviger.policycli;

import io.claviger.policy.catalog.AccessLevel;
import io.claviger.policy.catalog.Action;
import java.util.List;

/** What an action does, as AWS's pages list it. */
final class ActionLevels {

    private ActionLevels() {}

    /** The titles of an action's levels, without writing where a more particular kind of writing says it. */
    static List<String> of(Action action) {
        boolean particular = action.levels().contains(AccessLevel.TAGGING)
                || action.levels().contains(AccessLevel.PERMISSIONS_MANAGEMENT);
        return action.levels().stream()
                .filter(level -> level != AccessLevel.WRITE || !particular)
                .sorted()
                .map(AccessLevel::title)
                .toList();
    }
}
