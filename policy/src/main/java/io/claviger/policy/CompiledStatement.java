package io.claviger.policy;

import io.claviger.policy.Decision.Allowed;
import io.claviger.policy.pattern.TextPattern;

/** A statement, ready to be tested once its action is known to match. */
final class CompiledStatement {

    final MatchedStatement identity;
    final Decision allowed;
    private final Effect effect;
    private final boolean excludingResources;
    private final boolean everyResource;
    private final TextPattern[] resources;
    private final CompiledCondition[] conditions;

    CompiledStatement(String policy, Statement statement, LanguageVersion version) {
        this.identity = new MatchedStatement(policy, statement.index(), statement.sid());
        this.allowed = new Allowed(identity);
        this.effect = statement.effect();
        this.excludingResources = statement.resources().excluding();
        this.resources = statement.resources().terms().stream()
                .map(term -> ResourcePattern.of(term.text(), version))
                .toArray(TextPattern[]::new);
        this.everyResource = statement.resources().terms().stream()
                .anyMatch(term -> term.text().equals("*"));
        this.conditions = statement.conditions().stream()
                .map(condition -> CompiledCondition.of(condition, version, effect == Effect.DENY))
                .toArray(CompiledCondition[]::new);
    }

    boolean denies() {
        return effect == Effect.DENY;
    }

    /** Whether resource and conditions match. */
    boolean matches(AuthorizationRequest request) {
        return selects(request) && conditionsHold(request.context());
    }

    private boolean selects(AuthorizationRequest request) {
        if (everyResource) {
            return !excludingResources;
        }
        boolean unknown = false;
        for (TextPattern resource : resources) {
            switch (resource.match(request.resource(), request.context())) {
                case TRUE -> {
                    return !excludingResources;
                }
                case UNKNOWN -> unknown = true;
                case FALSE -> {}
            }
        }
        return excludingResources && (!unknown || effect == Effect.DENY);
    }

    private boolean conditionsHold(RequestContext context) {
        for (CompiledCondition condition : conditions) {
            if (!condition.holds(context)) {
                return false;
            }
        }
        return true;
    }
}
