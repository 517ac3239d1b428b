package io.claviger.operations;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All operations that there are, by service and name, and the gate before them. Immutable and thread-safe. */
public final class Catalog {

    private final Map<String, Operation<?>> byName = new LinkedHashMap<>();
    private final Gate gate;

    /** The operations of a deployment. */
    public Catalog(Deployment deployment) {
        Sight latest = new Sight.Latest(deployment.store(), deployment.cachedUsers());
        Deployment judged = deployment.judged();
        gate = new Gate(new Targets(latest));
        Stream.of(
                        new Users(judged, latest).operations(),
                        new UserTags(judged).operations(),
                        new AccessKeys(judged).operations(),
                        new Groups(judged).operations(),
                        new GroupMembers(judged).operations(),
                        new ManagedPolicies(judged).operations(),
                        new PolicyList(judged).operations(),
                        new PolicyVersions(judged).operations(),
                        new PolicyAttachments(judged).operations(),
                        new InlinePolicies(judged).operations(),
                        new AccountSummary(judged).operations(),
                        new Simulator(judged).operations(),
                        new ContextKeyNames(judged).operations(),
                        new SecurityTokens(judged).operations())
                .flatMap(family -> family)
                .forEach(this::add);
    }

    private void add(Operation<?> operation) {
        if (byName.put(key(operation.service(), operation.name()), operation) != null) {
            throw new IllegalStateException("two rows for " + operation.name());
        }
    }

    /** The gate before all of them. */
    public Gate gate() {
        return gate;
    }

    /** The operation of this name; empty when there is none. */
    public Optional<Operation<?>> find(String service, String name) {
        return Optional.ofNullable(byName.get(key(service, name)));
    }

    /** All of them, family by family. */
    public Collection<Operation<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    private static String key(String service, String name) {
        return service + ":" + name;
    }
}
