package io.claviger.operations.language;

import io.claviger.policy.catalog.AccessLevel;
import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What policies can name, for those who write them: the services, and what each has. Thread-safe. */
public final class ActionCatalog {

    private static final ServiceCatalog CATALOG = ServiceCatalog.aws();

    private ActionCatalog() {}

    /** A service without what it has. */
    public record Named(String prefix, String name) {}

    /** A condition key and the type of its values. */
    public record Key(String name, String type) {}

    /**
     * An action.
     *
     * @param level what it does: of several, the one that weighs most
     * @param resources the names of the types that it acts on
     * @param conditionKeys the names of the keys that limit it
     */
    public record Offered(String name, String level, List<String> resources, List<String> conditionKeys) {}

    /**
     * A type of resource.
     *
     * @param arn the form of its ARNs
     */
    public record Type(String name, String arn) {}

    /** A service with all that it has. */
    public record Detailed(
            String prefix, String name, List<Offered> actions, List<Type> resources, List<Key> conditionKeys) {}

    /** All services, by prefix. */
    public static List<Named> services() {
        return CATALOG.prefixes().stream()
                .flatMap(prefix -> Optional.ofNullable(CATALOG.service(prefix)).stream())
                .map(service -> new Named(service.prefix(), service.name()))
                .toList();
    }

    /** The keys that every request can have. */
    public static List<Key> globalKeys() {
        return CATALOG.globalKeys().stream().map(ActionCatalog::key).toList();
    }

    /** The service of this prefix. */
    public static Optional<Detailed> service(String prefix) {
        return Optional.ofNullable(CATALOG.service(prefix)).map(ActionCatalog::detailed);
    }

    private static Detailed detailed(Service service) {
        return new Detailed(
                service.prefix(),
                service.name(),
                service.actions().stream().map(ActionCatalog::offered).toList(),
                service.resourceTypes().stream()
                        .map(type -> new Type(type.name(), type.arn()))
                        .toList(),
                service.conditionKeys().stream().map(ActionCatalog::key).toList());
    }

    private static Offered offered(Action action) {
        return new Offered(
                action.name(),
                action.levels().stream()
                        .max(Comparator.naturalOrder())
                        .map(AccessLevel::title)
                        .orElse(""),
                action.resources().stream()
                        .map(resource -> resource.type().name())
                        .toList(),
                action.conditionKeys().stream().map(ConditionKey::name).toList());
    }

    private static Key key(ConditionKey key) {
        return new Key(key.name(), key.typeTitle());
    }
}
