package io.claviger.policycli;

import io.claviger.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.List;

/** Names actions that a known service does not have, and that no request will ever ask for. */
final class ActionHints {

    private final ServiceCatalog catalog;

    ActionHints(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** A line for each action that is probably misspelled. Unknown services are taken for the user's own. */
    List<String> of(List<String> actions) {
        List<String> hints = new ArrayList<>();
        for (String action : actions) {
            int colon = action.indexOf(':');
            boolean pattern = action.indexOf('*') >= 0 || action.indexOf('?') >= 0;
            if (!pattern
                    && colon > 0
                    && catalog.service(action.substring(0, colon)) != null
                    && catalog.action(action) == null) {
                hints.add("hint: " + action + " is not an action of " + action.substring(0, colon)
                        + didYouMean(catalog.similarActions(action)));
            }
        }
        return hints;
    }

    /** A question that ends a sentence; a full stop if there is nothing to ask. */
    static String didYouMean(List<String> similar) {
        return similar.isEmpty() ? "." : ": did you mean " + String.join(" or ", similar) + '?';
    }
}
