package io.claviger.server.composition;

import io.claviger.operations.issuer.IssuerUrls;
import io.claviger.server.console.ConsoleEndpoint;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.Route;
import io.claviger.server.road.ContainerCredentials;
import io.claviger.server.road.Road;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which path leads where.
 *
 * @param console empty if it is not to be there
 * @param prefix with this before it, each path leads where it leads without; empty for none
 */
public record Routing(
        Road road,
        Endpoint signIn,
        Endpoint issuers,
        Health health,
        Meters meters,
        Optional<Endpoint> console,
        String prefix) {

    /** Where IAM and STS are: at the root as at AWS, and under a path for those who are given one for each service. */
    private static final List<String> SERVICES = List.of("/", "/iam", "/iam/", "/sts", "/sts/");

    /** Vault puts a slash before the path that its client signed, which AWS takes no notice of. */
    private static final String DOUBLED = "/";

    public Map<String, Route> routes() {
        Map<String, Route> routes = new HashMap<>();
        for (String path : SERVICES) {
            Route route = new Route(Set.of("GET", "POST"), road);
            routes.put(path, route);
            routes.put(DOUBLED + path, route);
        }
        routes.put(IssuerUrls.PATH + "*", Route.read(issuers));
        routes.put(ContainerCredentials.PATH, new Route(Set.of("GET"), new ContainerCredentials(road)));
        routes.put("/sign-in", new Route(Set.of("POST"), signIn));
        routes.put("/health/live", Route.read(health.live()));
        routes.put("/health/ready", Route.read(health.ready()));
        meters.endpoint().ifPresent(metrics -> routes.put("/metrics", Route.read(metrics)));
        console.ifPresent(pages -> {
            Route route = new Route(ConsoleEndpoint.METHODS, pages);
            routes.put(ConsoleEndpoint.PATH, route);
            routes.put(ConsoleEndpoint.PATH + "/*", route);
        });
        if (!prefix.isEmpty()) {
            Map.copyOf(routes).forEach((path, route) -> routes.put(prefix + path, route));
            routes.put(prefix, routes.get("/"));
        }
        return routes;
    }
}
