package io.claviger.operations.policy;

import io.claviger.operations.request.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a list of one owner's policies asks for.
 *
 * @param owner the owner's name
 * @param pathPrefix only of policies whose path begins so; null for all
 */
record OwnedList(
        String owner,
        @Nullable String pathPrefix,
        @Nullable String marker,
        @Nullable Integer maxItems) {

    /** The page asked for, of the list that the scope names. */
    Page.Request page(String scope) {
        return new Page.Request(scope, pathPrefix, marker, maxItems);
    }
}
