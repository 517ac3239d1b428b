package io.claviger.policy.catalog;

import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the file in which somebody describes services of their own, so that policies can name their actions, resources
 * and condition keys as they name AWS's. The file is one JSON object with the member {@code services}; the documentation
 * of policy validation describes it. Stateless, and safe for use by many threads.
 */
public final class CatalogFile {

    /** The most characters a file may have. */
    public static final int MAX_LENGTH = 4 * 1024 * 1024;

    private CatalogFile() {}

    /** What reading a file came to. */
    public sealed interface Result {

        /**
         * The file is a catalog.
         *
         * @param services its services, for {@link ServiceCatalog#with}
         */
        record Read(List<Service> services) implements Result {

            /** Copies the list of services. */
            public Read {
                services = List.copyOf(services);
            }
        }

        /**
         * The file is no catalog.
         *
         * @param reason why, in English, for a person
         * @param at where
         */
        record Fault(String reason, Position at) implements Result {}
    }

    /**
     * Reads a whole file.
     *
     * @param text any text
     * @return the services, or the first fault; never throws
     */
    public static Result read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Result.Fault("The file is longer than " + MAX_LENGTH + " characters", Position.START);
        }
        return switch (JsonReader.read(text)) {
            case JsonResult.Fault(String reason, Position at) -> new Result.Fault(reason, at);
            case JsonResult.Read(JsonValue root) -> {
                try {
                    yield new Result.Read(services(root));
                } catch (CatalogFault fault) {
                    yield new Result.Fault(fault.reason, fault.at);
                }
            }
        };
    }

    private static List<Service> services(JsonValue root) throws CatalogFault {
        Members file = Members.of(root, "The catalog", Set.of("services"));
        List<Service> services = new ArrayList<>();
        Set<String> prefixes = new HashSet<>();
        for (JsonValue element : file.elements("services")) {
            Service service = ServiceReader.read(element);
            if (!prefixes.add(service.prefix())) {
                throw new CatalogFault("The prefix " + service.prefix() + " stands twice", element.at());
            }
            services.add(service);
        }
        return services;
    }
}
