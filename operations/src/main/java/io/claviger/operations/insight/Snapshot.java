package io.claviger.operations.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report on an entity says, as it is kept: whom it is about, by unique ID, and what of each service they used.
 *
 * @param entities the users and roles that may use the services
 * @param services by namespace
 */
record Snapshot(List<Entity> entities, List<Service> services) {

    private static final String FIELD = "\t";

    /** A user or a role. */
    record Entity(boolean isRole, String id) {}

    /**
     * A service.
     *
     * @param uses of each entity that used it the latest use
     * @param actions those that are tracked; none unless the report has actions
     */
    record Service(String namespace, List<LastUse> uses, List<Tracked> actions) {}

    /** When an entity last used something, and in which region. */
    record LastUse(String entityId, Instant date, String region) {}

    /** An action, and its latest use by anybody; null if nobody used it. */
    record Tracked(String action, @Nullable LastUse last) {}

    /** The snapshot in lines. */
    String text() {
        List<String> lines = new ArrayList<>();
        entities.forEach(entity -> lines.add(line("entity", entity.isRole() ? "role" : "user", entity.id())));
        for (Service service : services) {
            lines.add(line("service", service.namespace()));
            service.uses().forEach(use -> lines.add(line("use", fields(use))));
            for (Tracked action : service.actions()) {
                LastUse last = action.last();
                lines.add(
                        last == null ? line("action", action.action()) : line("action", action.action(), fields(last)));
            }
        }
        return String.join("\n", lines);
    }

    private static String line(String... fields) {
        return String.join(FIELD, fields);
    }

    private static String fields(LastUse use) {
        return line(use.entityId(), use.date().toString(), use.region());
    }

    /** The snapshot of {@link #text}. */
    static Snapshot read(String text) {
        List<Entity> entities = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] field = line.split(FIELD, -1);
            switch (field[0]) {
                case "entity" -> entities.add(new Entity(field[1].equals("role"), field[2]));
                case "service" -> services.add(new Service(field[1], new ArrayList<>(), new ArrayList<>()));
                case "use" -> services.getLast().uses().add(use(field, 1));
                default ->
                    services.getLast().actions().add(new Tracked(field[1], field.length > 2 ? use(field, 2) : null));
            }
        }
        return new Snapshot(entities, services);
    }

    private static LastUse use(String[] field, int from) {
        return new LastUse(field[from], Instant.parse(field[from + 1]), field[from + 2]);
    }
}
