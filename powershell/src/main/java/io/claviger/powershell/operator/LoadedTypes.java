package io.claviger.powershell.operator;

import io.claviger.powershell.value.ServiceTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;

/** The types of the services on the class path. */
final class LoadedTypes {

    private static final List<ServiceTypes> ALL =
            ServiceLoader.load(ServiceTypes.class, ServiceTypes.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private LoadedTypes() {}

    /** Whether a name is that of a service's type and not that of an exception. Case does not count. */
    static boolean isObject(String name) {
        return !name.toLowerCase(Locale.ROOT).endsWith("exception")
                && ALL.stream()
                        .map(ServiceTypes::prefix)
                        .anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** Adds all exceptions, each with the one that it extends. */
    static void addExceptions(Map<String, String> bases) {
        ALL.forEach(types -> bases.putAll(types.exceptions()));
    }
}
