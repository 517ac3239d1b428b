package io.claviger.server.composition;

import io.claviger.server.http.Endpoint;
import io.claviger.server.http.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which path leads where. */
public record Routing(Endpoint road, Endpoint signIn, Health health, Meters meters) {

    public Map<String, Route> routes() {
        Map<String, Route> routes = new HashMap<>();
        routes.put("/", new Route(Set.of("GET", "POST"), road));
        routes.put("/sign-in", new Route(Set.of("POST"), signIn));
        routes.put("/health/live", Route.read(health.live()));
        routes.put("/health/ready", Route.read(health.ready()));
        meters.endpoint().ifPresent(metrics -> routes.put("/metrics", Route.read(metrics)));
        return routes;
    }
}
