package io.claviger.powershell.shell;

import io.claviger.powershell.binding.CommonParameters;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Variables and functions. Those of the enclosing scopes are visible too. */
final class Scope {

    private static final Set<String> FIXED = Set.of("true", "false", "null", "?", "error", "home");

    private static final Set<String> PREFERENCES = Set.of(
            "erroractionpreference",
            "warningpreference",
            "verbosepreference",
            "debugpreference",
            "informationpreference",
            "progresspreference");

    /**
     * A variable.
     *
     * @param fit converts assigned values to the type that it was declared with; null if it has none
     */
    private record Cell(
            String name, @Nullable Object value, @Nullable UnaryOperator<@Nullable Object> fit) {}

    private final @Nullable Scope parent;
    private final Map<String, Cell> variables = new HashMap<>();
    private final Map<String, Cmdlet> functions = new HashMap<>();

    Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object get(String name) {
        String key = key(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Cell cell = scope.variables.get(key);
            if (cell != null) {
                return cell.value();
            }
        }
        return null;
    }

    void set(String name, @Nullable Object value) {
        variables.merge(key(name), new Cell(name, value, null), (old, added) -> new Cell(old.name(), value, old.fit()));
    }

    /** Sets the conversion for a variable of this scope that was declared with a type. */
    void keepType(String name, UnaryOperator<@Nullable Object> fit) {
        variables.computeIfPresent(key(name), (key, cell) -> new Cell(cell.name(), cell.value(), fit));
    }

    void remove(String name) {
        variables.remove(key(name));
    }

    boolean has(String name) {
        return variables.containsKey(key(name));
    }

    Scope global() {
        Scope scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    @Nullable
    Cmdlet function(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Cmdlet function = scope.functions.get(key(name));
            if (function != null) {
                return function;
            }
        }
        return null;
    }

    void define(String name, Cmdlet function) {
        functions.put(key(name), function);
    }

    /**
     * Sets a variable, converted to its declared type. A read-only variable is an error, and so is anything but a
     * preference for a preference variable.
     */
    void assign(String name, @Nullable Object value) {
        if (FIXED.contains(key(name))) {
            throw readOnly(
                    "VariableNotWritable",
                    "Cannot overwrite variable " + name + " because it is read-only or constant.");
        }
        if (key(name).equals("psdefaultparametervalues")) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.NOT_IMPLEMENTED,
                    "VariableNotSupported",
                    "System.Management.Automation.PSNotSupportedException",
                    "The variable $" + name + " is not supported; splatting hands the same parameters to several"
                            + " cmdlets."));
        }
        Cell cell = variables.get(key(name));
        @Nullable UnaryOperator<@Nullable Object> fit = cell == null ? null : cell.fit();
        @Nullable Object fitting = fit == null ? value : fit.apply(value);
        set(name, PREFERENCES.contains(key(name)) ? CommonParameters.preference(fitting) : fitting);
    }

    /** Removes the visible variable with this name. A read-only variable is an error. */
    void forget(String name) {
        if (FIXED.contains(key(name))) {
            throw readOnly(
                    "VariableNotRemovable",
                    "Cannot remove variable " + name + " because it is constant or read-only. If the variable is"
                            + " read-only, try the operation again specifying the Force option.");
        }
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.remove(key(name)) != null) {
                return;
            }
        }
    }

    private static TerminatingError readOnly(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.WRITE_ERROR,
                id,
                "System.Management.Automation.SessionStateUnauthorizedAccessException",
                message));
    }

    /** The visible variables, as they are spelt. */
    Map<String, @Nullable Object> visible() {
        Map<String, @Nullable Object> visible =
                parent == null ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : parent.visible();
        variables.values().forEach(cell -> {
            visible.remove(cell.name());
            visible.put(cell.name(), cell.value());
        });
        return visible;
    }

    Set<String> functionNames() {
        Set<String> names = parent == null ? new TreeSet<>() : parent.functionNames();
        functions.values().forEach(one -> names.add(one.description().name()));
        return names;
    }
}
