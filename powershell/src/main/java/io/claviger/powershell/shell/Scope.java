package io.claviger.powershell.shell;

import io.claviger.powershell.command.Cmdlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Variables and functions. Those of the enclosing scopes are visible too. */
final class Scope {

    /**
     * A variable.
     *
     * @param fit converts assigned values to the type that it was declared with; null if it has none
     */
    private record Cell(
            String name, @Nullable Object value, @Nullable UnaryOperator<@Nullable Object> fit) {}

    /** The value of a variable to which a command was assigned that wrote nothing. In a pipeline it is no object. */
    private static final Object NOTHING = new Object();

    private final @Nullable Scope parent;
    private final Map<String, Cell> variables = new HashMap<>();
    private final Map<String, Cmdlet> functions = new HashMap<>();
    /** Whether {@code $script:} means this scope within it. */
    private boolean ofScript;
    /** What {@code Set-StrictMode} said in this scope; -1 for nothing. */
    private int strictness = -1;

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
                return cell.value() == NOTHING ? null : cell.value();
            }
        }
        return null;
    }

    void set(String name, @Nullable Object value) {
        variables.merge(key(name), new Cell(name, value, null), (old, added) -> new Cell(old.name(), value, old.fit()));
    }

    /** Notes that the variable, which is null, has got no object at all. */
    void nothing(String name) {
        variables.computeIfPresent(
                key(name), (key, cell) -> cell.fit() == null ? new Cell(cell.name(), NOTHING, null) : cell);
    }

    /** Whether the variable has got no object at all. */
    boolean isNothing(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Cell cell = scope.variables.get(key(name));
            if (cell != null) {
                return cell.value() == NOTHING;
            }
        }
        return false;
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

    void strict(int version) {
        strictness = version;
    }

    /** What {@code Set-StrictMode} says here: 0 for nothing, up to 3. */
    int strictness() {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.strictness >= 0) {
                return scope.strictness;
            }
        }
        return 0;
    }

    /** Whether the variable is set, here or further out. */
    boolean sees(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** How the functions and the script that run were called, the innermost first. */
    List<Invocation> calls() {
        List<Invocation> calls = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Cell cell = scope.variables.get(key(Invocation.VARIABLE));
            if (cell != null && cell.value() instanceof Invocation call) {
                calls.add(call);
            }
        }
        return calls;
    }

    /** The scope that a cmdlet's {@code -Scope} names: by name, or by how many scopes it is further out. */
    Scope named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "local", "private" -> this;
            case "script" -> script();
            case "global" -> global();
            default -> further(Integer.parseInt(name));
        };
    }

    private Scope further(int scopes) {
        Scope scope = this;
        for (int up = scopes; up > 0 && scope.parent != null; up--) {
            scope = scope.parent;
        }
        return scope;
    }

    /** The scope that {@code $script:} means here. */
    Scope script() {
        Scope scope = this;
        while (scope.parent != null && !scope.ofScript) {
            scope = scope.parent;
        }
        return scope;
    }

    /** A scope for a closure: with copies of this scope's own variables, beside everything else. */
    Scope copied() {
        Scope copy = new Scope(global());
        copy.ofScript = true;
        variables.forEach((key, cell) -> {
            if (!VariableRules.isOfShell(key)) {
                copy.variables.put(key, cell);
            }
        });
        return copy;
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
        VariableRules.writable(name);
        Cell cell = variables.get(key(name));
        @Nullable UnaryOperator<@Nullable Object> fit = cell == null ? null : cell.fit();
        @Nullable Object fitting = fit == null ? value : fit.apply(value);
        set(name, VariableRules.fitting(name, fitting));
    }

    /** Removes the visible variable with this name. A read-only variable is an error. */
    void forget(String name) {
        VariableRules.removable(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.remove(key(name)) != null) {
                return;
            }
        }
    }

    /** The visible variables, as they are spelt. */
    Map<String, @Nullable Object> visible() {
        Map<String, @Nullable Object> visible =
                parent == null ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : parent.visible();
        variables.values().forEach(cell -> {
            visible.remove(cell.name());
            visible.put(cell.name(), cell.value() == NOTHING ? null : cell.value());
        });
        return visible;
    }

    Set<String> functionNames() {
        Set<String> names = parent == null ? new TreeSet<>() : parent.functionNames();
        functions.values().forEach(one -> names.add(one.description().name()));
        return names;
    }
}
