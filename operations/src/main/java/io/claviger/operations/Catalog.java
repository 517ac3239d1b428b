package io.claviger.operations;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All operations that there are, by service and name. Immutable and thread-safe. */
public final class Catalog {

    private final Map<String, Operation<?>> byName = new LinkedHashMap<>();

    /** The operations of a deployment. */
    public Catalog(Deployment deployment) {
        Targets targets = new Targets(deployment.store(), deployment.cachedUsers());
        Stream.of(
                        new Users(deployment, targets).operations(),
                        new UserTags(deployment, targets).operations(),
                        new AccessKeys(deployment, targets).operations(),
                        new Groups(deployment, targets).operations(),
                        new GroupMembers(deployment, targets).operations(),
                        new ManagedPolicies(deployment, targets).operations(),
                        new PolicyList(deployment).operations(),
                        new PolicyVersions(deployment, targets).operations(),
                        new PolicyAttachments(deployment, targets).operations(),
                        new InlinePolicies(deployment, targets).operations(),
                        new AccountSummary(deployment).operations(),
                        new SecurityTokens(deployment).operations())
                .flatMap(family -> family)
                .forEach(this::add);
    }

    private void add(Operation<?> operation) {
        if (byName.put(key(operation.service(), operation.name()), operation) != null) {
            throw new IllegalStateException("two rows for " + operation.name());
        }
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
