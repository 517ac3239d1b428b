package io.claviger.operations.request;

import org.jspecify.annotations.Nullable;

/** The path, or prefix of paths, that a request brings. */
public final class RequestedPath {

    private RequestedPath() {}

    /** The path as it stands; the root path when the request has none. */
    public static String of(@Nullable String requested) {
        return requested == null ? "/" : requested;
    }
}
