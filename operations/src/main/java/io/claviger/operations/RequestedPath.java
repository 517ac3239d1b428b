package io.claviger.operations;

import org.jspecify.annotations.Nullable;

/** The path, or prefix of paths, that a request brings. */
final class RequestedPath {

    private RequestedPath() {}

    /** The path as it stands; the root path when the request has none. */
    static String of(@Nullable String requested) {
        return requested == null ? "/" : requested;
    }
}
