package io.claviger.cmdlets.shell;

import io.claviger.cmdlets.command.Cmdlet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Variables and functions; those of the scopes around are seen too. */
final class Scope {

    private record Cell(@Nullable Object value) {}

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
        variables.put(key(name), new Cell(value));
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

    Set<String> names() {
        Set<String> names = parent == null ? new TreeSet<>() : parent.names();
        names.addAll(variables.keySet());
        return names;
    }

    Set<String> functionNames() {
        Set<String> names = parent == null ? new TreeSet<>() : parent.functionNames();
        functions.values().forEach(one -> names.add(one.description().name()));
        return names;
    }
}
