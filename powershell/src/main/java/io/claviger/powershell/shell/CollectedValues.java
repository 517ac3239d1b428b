package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.value.Conversion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables in which a command collects what it writes and reports: {@code -OutVariable} and its like. */
final class CollectedValues {

    private final Arguments common;
    private final Scopes scopes;
    private final Map<String, List<@Nullable Object>> collected = new LinkedHashMap<>();

    /**
     * None as yet.
     *
     * @param common the command's common parameters, which name the variables
     */
    CollectedValues(Arguments common, Scopes scopes) {
        this.common = common;
        this.scopes = scopes;
    }

    /** Empties the variables that the parameters name without a plus. */
    void begin() {
        for (String parameter : List.of("OutVariable", "ErrorVariable", "WarningVariable", "InformationVariable")) {
            if (common.get(parameter) instanceof String name && !name.isEmpty() && !name.startsWith("+")) {
                collected.computeIfAbsent(name, this::before);
            }
        }
    }

    /** Adds a value to the variable that the parameter names, if it is given. */
    void add(String parameter, @Nullable Object value) {
        if (common.get(parameter) instanceof String name && !name.isEmpty()) {
            collected.computeIfAbsent(name, this::before).add(value);
        }
    }

    /** What a variable begins with: what it holds already if there is a plus before its name. */
    private List<@Nullable Object> before(String name) {
        List<@Nullable Object> items = new ArrayList<>();
        if (name.startsWith("+")) {
            items.addAll(Conversion.toList(scopes.current().get(name.substring(1))));
        }
        return items;
    }

    /** Sets the variables to what was collected so far. */
    void set() {
        collected.forEach((name, values) ->
                scopes.current().set(name.startsWith("+") ? name.substring(1) : name, Conversion.toList(values)));
    }
}
