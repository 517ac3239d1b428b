package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.Glob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The services that policies can name: AWS's, and others that were registered beside them. Nothing is read before the
 * first look-up, and a service's details not before that service is asked for. Immutable, and safe for use by many
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 *     authorization reference</a>
 */
public final class ServiceCatalog {

    private static final ServiceCatalog AWS = new ServiceCatalog(Map.of());

    private final Map<String, Service> own;

    private ServiceCatalog(Map<String, Service> own) {
        this.own = own;
    }

    /** AWS's services. */
    public static ServiceCatalog aws() {
        return AWS;
    }

    /**
     * This catalog and further services.
     *
     * @param services those that {@link CatalogFile} read; one with the prefix of a service that is already here replaces it
     */
    public ServiceCatalog with(List<Service> services) {
        Map<String, Service> all = new LinkedHashMap<>(own);
        for (Service service : services) {
            all.put(service.prefix(), service);
        }
        return new ServiceCatalog(Collections.unmodifiableMap(all));
    }

    /** The prefixes of all services, sorted. */
    public SortedSet<String> prefixes() {
        SortedSet<String> prefixes = AwsServices.instance().prefixes();
        prefixes.addAll(own.keySet());
        return prefixes;
    }

    /** The service with the prefix, in any case of letters; null if there is none. */
    public @Nullable Service service(String prefix) {
        Service service = own.get(AsciiCase.lower(prefix));
        return service != null ? service : AwsServices.instance().service(prefix);
    }

    /**
     * The action that a policy means.
     *
     * @param name such as {@code s3:GetObject}, in any case of letters
     * @return null if there is none
     */
    public @Nullable Action action(String name) {
        int colon = name.indexOf(':');
        Service service = colon < 0 ? null : service(name.substring(0, colon));
        return service == null ? null : service.action(name.substring(colon + 1));
    }

    /**
     * All actions that a pattern of a policy stands for, as {@code s3:Get*} or {@code *} do.
     *
     * @return the actions' names with prefixes, sorted without regard to case; empty if there are none
     */
    public List<String> expand(String pattern) {
        List<String> names = new ArrayList<>();
        for (Action action : matching(pattern)) {
            names.add(action.qualifiedName());
        }
        names.sort(String.CASE_INSENSITIVE_ORDER);
        return List.copyOf(names);
    }

    /** All actions that a pattern of a policy stands for, in no particular order between services. */
    public List<Action> matching(String pattern) {
        int colon = pattern.indexOf(':');
        String names = colon < 0 ? pattern : pattern.substring(colon + 1);
        if (colon < 0 && !pattern.equals("*")) {
            return List.of();
        }
        Glob glob = Glob.ignoringCase(names);
        List<Action> matching = new ArrayList<>();
        for (Service service : services(colon < 0 ? "*" : pattern.substring(0, colon))) {
            for (Action action : service.actions()) {
                if (glob.matches(action.name())) {
                    matching.add(action);
                }
            }
        }
        return matching;
    }

    private List<Service> services(String pattern) {
        List<Service> services = new ArrayList<>();
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            Service service = service(pattern);
            return service == null ? List.of() : List.of(service);
        }
        Glob glob = Glob.ignoringCase(pattern);
        for (String prefix : prefixes()) {
            Service service = glob.matches(prefix) ? service(prefix) : null;
            if (service != null) {
                services.add(service);
            }
        }
        return services;
    }

    /**
     * The condition key that a policy means, global or of a service.
     *
     * @param name such as {@code aws:SourceIp} or {@code s3:prefix}, in any case of letters
     * @return null if there is none
     */
    public @Nullable ConditionKey conditionKey(String name) {
        for (ConditionKey key : globalKeys()) {
            if (key.matches(name)) {
                return key;
            }
        }
        for (String owner : owners(name)) {
            Service service = service(owner);
            ConditionKey key = service == null ? null : service.conditionKey(name);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    /** The prefixes of the services whose requests may carry a key with such a name; empty if nobody knows its prefix. */
    public Set<String> owners(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return Set.of();
        }
        String prefix = AsciiCase.lower(key.substring(0, colon));
        Set<String> owners = new LinkedHashSet<>();
        if (own.containsKey(prefix) || AwsServices.instance().has(prefix)) {
            owners.add(prefix);
        }
        AwsServices.instance().aliases().forEach((alias, services) -> {
            if (VaryingText.matches(alias, prefix)) {
                owners.addAll(services);
            }
        });
        return owners;
    }

    /**
     * The types of resources whose ARNs have this service part, whichever services they belong to.
     *
     * @param service the third part of an ARN, in lower case
     */
    public List<ResourceType> resourceTypes(String service) {
        Set<String> prefixes = new LinkedHashSet<>(AwsServices.instance().arnServices(service));
        prefixes.addAll(own.keySet());
        List<ResourceType> types = new ArrayList<>();
        for (String prefix : prefixes) {
            Service owner = service(prefix);
            if (owner != null) {
                owner.resourceTypes().stream()
                        .filter(type -> type.arnService().equals(service))
                        .forEach(types::add);
            }
        }
        return types;
    }

    /** The keys that every request can have, and those that sessions of some services bring to all. */
    public List<ConditionKey> globalKeys() {
        return Collections.unmodifiableList(AwsServices.instance().globalKeys());
    }

    /** Actions that somebody may have meant who wrote one that does not exist: the nearest first, at most three. */
    public List<String> similarActions(String written) {
        int colon = written.indexOf(':');
        if (colon < 0) {
            return List.of();
        }
        String name = written.substring(colon + 1);
        Service service = service(written.substring(0, colon));
        if (service != null) {
            return Spelling.nearest(
                            name, service.actions().stream().map(Action::name).toList())
                    .stream()
                    .map(found -> service.prefix() + ':' + found)
                    .toList();
        }
        List<String> found = new ArrayList<>();
        for (String prefix : similarServices(written.substring(0, colon))) {
            Action action = action(prefix + ':' + name);
            if (action != null) {
                found.add(action.qualifiedName());
            }
        }
        return found;
    }

    /** Prefixes of services that somebody may have meant who wrote one that does not exist: the nearest first, at most three. */
    public List<String> similarServices(String written) {
        return Spelling.nearest(written, prefixes());
    }

    /** Condition keys that somebody may have meant who wrote one that does not exist: the nearest first, at most three. */
    public List<String> similarConditionKeys(String written) {
        Set<String> names = new TreeSet<>();
        globalKeys().forEach(key -> names.add(key.name()));
        for (String owner : owners(written)) {
            Service service = service(owner);
            if (service != null) {
                service.conditionKeys().forEach(key -> names.add(key.name()));
            }
        }
        return Spelling.nearest(written, names);
    }
}
