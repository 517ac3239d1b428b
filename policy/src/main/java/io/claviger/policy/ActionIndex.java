package io.claviger.policy;

import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one policy with one effect, by the actions they are about: by exact name, by service for names with
 * wildcards, and the rest. A decision looks at those statements only that can matter. Immutable.
 */
final class ActionIndex {

    private final @Nullable FoldedTable<CompiledStatement[]> byAction;
    private final @Nullable FoldedTable<Named[]> byService;
    private final Named[] always;
    private final Excluding[] excluding;
    private final long services;

    /** A statement and one of its patterns of actions. */
    private record Named(Glob action, CompiledStatement statement) {}

    /** A statement with {@code NotAction}. */
    private record Excluding(List<Glob> actions, CompiledStatement statement) {

        boolean selects(String action) {
            for (int i = 0; i < actions.size(); i++) {
                if (actions.get(i).matches(action)) {
                    return false;
                }
            }
            return true;
        }
    }

    private ActionIndex(Builder builder) {
        Map<String, CompiledStatement[]> actions = new HashMap<>();
        Map<String, Named[]> wildcards = new HashMap<>();
        builder.byAction.forEach(
                (name, list) -> actions.put(builder.spelling(name), list.toArray(CompiledStatement[]::new)));
        builder.byService.forEach((name, list) -> wildcards.put(builder.spelling(name), list.toArray(Named[]::new)));
        this.byAction = actions.isEmpty() ? null : new FoldedTable<>(actions);
        this.byService = wildcards.isEmpty() ? null : new FoldedTable<>(wildcards);
        this.always = builder.always.toArray(Named[]::new);
        this.excluding = builder.excluding.toArray(Excluding[]::new);
        this.services = always.length + excluding.length > 0 ? -1L : builder.services;
    }

    /** Whether there is no statement at all. */
    boolean isEmpty() {
        return services == 0;
    }

    /**
     * The first statement found that matches the request.
     *
     * @param service the length of the action's service, which ends before the colon
     * @param serviceHash the {@link FoldedTable#hash} of the service
     * @param actionHash the {@link FoldedTable#hash} of the action
     */
    @Nullable
    CompiledStatement find(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        if ((services & bit(serviceHash)) == 0) {
            return null;
        }
        String action = request.action();
        CompiledStatement[] exact = byAction == null ? null : byAction.get(action, action.length(), actionHash);
        CompiledStatement found = exact == null ? null : first(exact, request);
        if (found == null && byService != null) {
            Named[] wildcards = byService.get(action, service, serviceHash);
            found = wildcards == null ? null : first(wildcards, request);
        }
        if (found == null && always.length > 0) {
            found = first(always, request);
        }
        return found == null && excluding.length > 0 ? first(excluding, request) : found;
    }

    private static @Nullable CompiledStatement first(CompiledStatement[] statements, AuthorizationRequest request) {
        for (CompiledStatement statement : statements) {
            if (statement.matches(request)) {
                return statement;
            }
        }
        return null;
    }

    private static @Nullable CompiledStatement first(Named[] wildcards, AuthorizationRequest request) {
        for (Named named : wildcards) {
            if (named.action.matches(request.action()) && named.statement.matches(request)) {
                return named.statement;
            }
        }
        return null;
    }

    private static @Nullable CompiledStatement first(Excluding[] excluding, AuthorizationRequest request) {
        for (Excluding candidate : excluding) {
            if (candidate.selects(request.action()) && candidate.statement.matches(request)) {
                return candidate.statement;
            }
        }
        return null;
    }

    private static long bit(int serviceHash) {
        return 1L << (serviceHash ^ serviceHash >>> 6 ^ serviceHash >>> 12);
    }

    /** Collects the statements of a policy. */
    static final class Builder {

        private final Map<String, List<CompiledStatement>> byAction = new HashMap<>();
        private final Map<String, List<Named>> byService = new HashMap<>();
        private final Map<String, String> spellings = new HashMap<>();
        private final List<Named> always = new ArrayList<>();
        private final List<Excluding> excluding = new ArrayList<>();
        private long services;

        void add(Selection actions, CompiledStatement compiled) {
            List<Glob> globs = actions.terms().stream()
                    .map(term -> Glob.ignoringCase(term.text()))
                    .toList();
            if (actions.excluding()) {
                excluding.add(new Excluding(globs, compiled));
                return;
            }
            for (int i = 0; i < globs.size(); i++) {
                String written = actions.terms().get(i).text();
                String action = AsciiCase.lower(written);
                int colon = action.indexOf(':');
                if (globs.get(i).exact() != null) {
                    spellings.putIfAbsent(action, written);
                    byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(compiled);
                    services |= bit(FoldedTable.hash(action, serviceLength(action)));
                } else if (colon < 0 || action.substring(0, colon).chars().anyMatch(c -> c == '*' || c == '?')) {
                    always.add(new Named(globs.get(i), compiled));
                } else {
                    String service = action.substring(0, colon);
                    spellings.putIfAbsent(service, written.substring(0, colon));
                    byService
                            .computeIfAbsent(service, name -> new ArrayList<>())
                            .add(new Named(globs.get(i), compiled));
                    services |= bit(FoldedTable.hash(service, colon));
                }
            }
        }

        /** How a policy first wrote the name. */
        private String spelling(String name) {
            return spellings.getOrDefault(name, name);
        }

        ActionIndex build() {
            return new ActionIndex(this);
        }
    }

    /** The length of the service in an action's name; all of it if there is no colon. */
    static int serviceLength(String action) {
        int colon = action.indexOf(':');
        return colon < 0 ? action.length() : colon;
    }
}
