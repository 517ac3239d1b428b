package io.claviger.policy.compile;

import io.claviger.policy.document.Effect;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.pattern.PatternSet;
import io.claviger.policy.pattern.TextPattern;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.MatchedStatement;
import io.claviger.policy.request.RequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement, ready to be tested. Immutable. */
public final class CompiledStatement {

    private final MatchedStatement identity;
    private final Decision allowed;
    private final Effect effect;
    private final @Nullable PrincipalMatcher principals;
    private final boolean excludingActions;
    private final ActionPattern[] actions;
    private final boolean excludingResources;
    private final boolean everyResource;
    private final PatternSet resources;
    private final CompiledCondition[] conditions;

    CompiledStatement(String policy, Statement statement, PolicyDocument document) {
        LanguageVersion version = document.version();
        this.identity = new MatchedStatement(policy, statement.index(), statement.sid());
        this.allowed = new Allowed(identity);
        this.effect = statement.effect();
        PrincipalSelection named = statement.principals();
        this.principals = named == null ? null : new PrincipalMatcher(named, effect);
        this.excludingActions = statement.actions().excluding();
        this.actions = statement.actions().terms().stream()
                .map(term -> ActionPattern.of(term.text()))
                .toArray(ActionPattern[]::new);
        this.excludingResources = statement.resources().excluding();
        // in a resource's own policy, half an ARN widens what is denied, but never what is granted
        boolean openEnded = document.type() != PolicyType.RESOURCE || denies() != excludingResources;
        this.resources = new PatternSet(statement.resources().terms().stream()
                .flatMap(term -> ResourcePattern.of(term.text(), version, openEnded).stream())
                .toList());
        this.everyResource = !document.type().namesResources()
                || statement.resources().terms().stream()
                        .anyMatch(term -> term.text().equals("*"));
        this.conditions = statement.conditions().stream()
                .map(condition -> CompiledCondition.of(condition, version, denies()))
                .toArray(CompiledCondition[]::new);
    }

    /** Which statement it is. */
    public MatchedStatement identity() {
        return identity;
    }

    /** The decision if it is this statement that allows. */
    public Decision allowed() {
        return allowed;
    }

    boolean denies() {
        return effect == Effect.DENY;
    }

    /** Whether the statement is about all actions but the listed ones. */
    boolean excludesActions() {
        return excludingActions;
    }

    ActionPattern[] actions() {
        return actions;
    }

    /** The patterns of {@code Resource}, one of which must match; null if other resources may match too. */
    @Nullable
    List<TextPattern> selectedResources() {
        return excludingResources || everyResource ? null : resources.patterns();
    }

    /** Whether one of its conditions holds, which are counted from 0 in the order of the text. */
    public boolean holds(int condition, RequestContext context) {
        return conditions[condition].holds(context);
    }

    /** Whether principal, resource and conditions match. The action is known to match. */
    boolean matches(AuthorizationRequest request, @Nullable Grantee grantee) {
        return admits(grantee) && selects(request) && conditionsHold(request.context());
    }

    /** Whether it is about the caller; policies attached to a principal always are. */
    public boolean admits(@Nullable Grantee grantee) {
        return principals == null || (grantee != null && principals.admits(grantee));
    }

    /** How far it goes to the caller. */
    public Reach reach(Grantee grantee) {
        return principals == null ? Reach.DIRECT : principals.reach(grantee);
    }

    /** Whether it is about the action. */
    public boolean covers(String action) {
        for (ActionPattern pattern : actions) {
            if (pattern.matches(action)) {
                return !excludingActions;
            }
        }
        return excludingActions;
    }

    /** Whether it is about the resource. */
    public boolean selects(AuthorizationRequest request) {
        if (everyResource) {
            return !excludingResources;
        }
        return switch (resources.match(request.resource(), request.context())) {
            case TRUE -> !excludingResources;
            case FALSE -> excludingResources;
            case UNKNOWN -> excludingResources && denies();
        };
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
