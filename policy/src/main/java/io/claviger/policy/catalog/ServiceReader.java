package io.claviger.policy.catalog;

import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.pattern.AsciiCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one service of a catalog file. */
final class ServiceReader {

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final int ARN_PARTS = 6;

    private final Members service;
    private final String prefix;
    private final Map<String, ConditionKey> keys = new LinkedHashMap<>();
    private final Map<String, ResourceType> types = new LinkedHashMap<>();

    private ServiceReader(Members service, String prefix) {
        this.service = service;
        this.prefix = prefix;
    }

    static Service read(JsonValue value) throws CatalogFault {
        Members service = Members.of(
                value,
                "A service",
                Set.of("prefix", "name", "resourceControl", "conditionKeys", "resourceTypes", "actions"));
        String prefix = service.text("prefix");
        if (!PREFIX.matcher(prefix).matches() || prefix.equals("aws")) {
            throw new CatalogFault(
                    "A prefix has 1 to 63 of a-z, 0-9, '.' and '-', and is not aws",
                    service.need("prefix").at());
        }
        return new ServiceReader(service, prefix).read();
    }

    private Service read() throws CatalogFault {
        for (JsonMember member : service.named("conditionKeys")) {
            keys.put(member.name(), conditionKey(member));
        }
        for (JsonMember member : service.named("resourceTypes")) {
            types.put(member.name(), resourceType(member));
        }
        Map<String, Action> actions = new LinkedHashMap<>();
        for (JsonMember member : service.named("actions")) {
            if (actions.put(AsciiCase.lower(member.name()), action(member)) != null) {
                throw new CatalogFault("The action " + member.name() + " stands twice", member.nameAt());
            }
        }
        List<Action> sorted = new ArrayList<>(actions.values());
        sorted.sort(Comparator.comparing(Action::name, String.CASE_INSENSITIVE_ORDER));
        String name = service.get("name") == null ? prefix : service.text("name");
        return new Service(
                prefix,
                name,
                service.flag("resourceControl"),
                sorted,
                List.copyOf(types.values()),
                List.copyOf(keys.values()));
    }

    private ConditionKey conditionKey(JsonMember member) throws CatalogFault {
        if (!member.name().startsWith(prefix + ':') || member.name().length() == prefix.length() + 1) {
            throw new CatalogFault("A condition key of this service begins with " + prefix + ':', member.nameAt());
        }
        ConditionKey key = ConditionKey.of(member.name(), Members.text(member.value(), member.name()));
        if (key == null) {
            throw new CatalogFault(
                    "A type is String, Bool, Numeric, Date, ARN, IPAddress or Binary, or one of them after ArrayOf",
                    member.value().at());
        }
        return key;
    }

    private ResourceType resourceType(JsonMember member) throws CatalogFault {
        name(member);
        Members type = Members.of(member.value(), "A resource type", Set.of("arn", "conditionKeys"));
        String arn = type.text("arn");
        if (!arn.startsWith("arn:") || arn.split(":", ARN_PARTS).length < ARN_PARTS) {
            throw new CatalogFault(
                    "The form of an ARN is arn:partition:service:region:account:resource",
                    type.need("arn").at());
        }
        return new ResourceType(member.name(), arn, keys(type));
    }

    private Action action(JsonMember member) throws CatalogFault {
        name(member);
        Members action = Members.of(
                member.value(),
                "An action",
                Set.of("accessLevel", "resourceTypes", "conditionKeys", "dependentActions"));
        List<ActionResource> resources = new ArrayList<>();
        for (JsonMember taken : action.named("resourceTypes")) {
            ResourceType type = types.get(taken.name());
            if (type == null) {
                throw new CatalogFault("There is no resource type " + taken.name(), taken.nameAt());
            }
            Members how = Members.of(taken.value(), "A resource of an action", Set.of("required", "conditionKeys"));
            resources.add(new ActionResource(type, how.flag("required"), keys(how)));
        }
        return new Action(
                prefix, member.name(), levels(action), resources, keys(action), action.texts("dependentActions"));
    }

    private static void name(JsonMember member) throws CatalogFault {
        if (!NAME.matcher(member.name()).matches()) {
            throw new CatalogFault("A name has 1 to 128 of A-Z, a-z, 0-9, '_' and '-'", member.nameAt());
        }
    }

    private static Set<AccessLevel> levels(Members action) throws CatalogFault {
        String title = action.text("accessLevel");
        for (AccessLevel level : AccessLevel.values()) {
            if (level.title().equals(title)) {
                boolean writes = level == AccessLevel.TAGGING || level == AccessLevel.PERMISSIONS_MANAGEMENT;
                return writes ? EnumSet.of(level, AccessLevel.WRITE) : EnumSet.of(level);
            }
        }
        throw new CatalogFault(
                "An access level is Read, List, Write, Tagging or Permissions management",
                action.need("accessLevel").at());
    }

    /** The keys that an object lists: of this service, or global. */
    private List<ConditionKey> keys(Members members) throws CatalogFault {
        List<ConditionKey> listed = new ArrayList<>();
        for (JsonValue element : members.elements("conditionKeys")) {
            String name = Members.text(element, "conditionKeys");
            ConditionKey key = keys.get(name);
            if (key == null && name.startsWith("aws:")) {
                key = ServiceCatalog.aws().conditionKey(name);
            }
            if (key == null) {
                throw new CatalogFault("There is no condition key " + name, element.at());
            }
            listed.add(key);
        }
        return listed;
    }
}
