package io.claviger.server.http;

import java.util.Set;

/**
 * What stands at a path.
 *
 * @param methods the methods it answers; any other is refused with 405
 */
public record Route(Set<String> methods, Endpoint endpoint) {

    /** Copies the methods. */
    public Route {
        methods = Set.copyOf(methods);
    }

    /** Something that is only looked at. */
    public static Route read(Endpoint endpoint) {
        return new Route(Set.of("GET", "HEAD"), endpoint);
    }
}
