package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.CompiledStatement;
import io.claviger.policy.compile.Grantee;
import io.claviger.policy.compile.PolicyLayer;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.decision.Mismatch.OfAction;
import io.claviger.policy.decision.Mismatch.OfCondition;
import io.claviger.policy.decision.Mismatch.OfPrincipal;
import io.claviger.policy.decision.Mismatch.OfResource;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.pattern.Part;
import io.claviger.policy.pattern.Template;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks through policies and says what did not match. It tests with the compiled statements that decide, so it cannot
 * disagree with them; it reads the policies' texts again for what they say and where. For one request.
 */
final class Explainer {

    private final AuthorizationRequest request;
    private final Grantee grantee;
    private final PolicyTexts texts;
    private final List<ExplainedStatement> explained = new ArrayList<>();

    Explainer(AuthorizationRequest request, Grantee grantee, PolicyTexts texts) {
        this.request = request;
        this.grantee = grantee;
        this.texts = texts;
    }

    List<ExplainedStatement> statements() {
        return explained;
    }

    /** Explains the policies of one kind, level by level. */
    void walk(PolicyLayer[] levels) {
        for (int level = 0; level < levels.length; level++) {
            walk(levels[level], level);
        }
    }

    private void walk(PolicyLayer layer, int level) {
        for (CompiledPolicy policy : layer.policies()) {
            PolicyDocument document = texts.of(policy);
            for (Statement statement : document.statements()) {
                CompiledStatement compiled = policy.statements().get(statement.index());
                Mismatch mismatch = mismatch(statement, compiled, document.version());
                explained.add(new ExplainedStatement(
                        layer.type(),
                        level,
                        compiled.identity(),
                        statement,
                        compiled.reach(grantee),
                        mismatch,
                        mismatch == null ? heldByAbsence(statement) : List.of()));
            }
        }
    }

    private @Nullable Mismatch mismatch(Statement statement, CompiledStatement compiled, LanguageVersion version) {
        PrincipalSelection principals = statement.principals();
        if (principals != null && !compiled.admits(grantee)) {
            return new OfPrincipal(principals.excluding(), principals.terms(), grantee.requester());
        }
        if (!compiled.covers(request.action())) {
            return new OfAction(
                    statement.actions().excluding(), texts(statement.actions().terms()), request.action());
        }
        if (!compiled.selects(request)) {
            List<String> patterns = texts(statement.resources().terms());
            return new OfResource(
                    statement.resources().excluding(), patterns, request.resource(), unresolved(patterns, version));
        }
        for (int i = 0; i < statement.conditions().size(); i++) {
            if (!compiled.holds(i, request.context())) {
                return mismatch(statement.conditions().get(i), version);
            }
        }
        return null;
    }

    private List<Condition> heldByAbsence(Statement statement) {
        return statement.conditions().stream()
                .filter(condition -> condition.operator().kind() != OperatorKind.NULL && absent(condition))
                .toList();
    }

    private boolean absent(Condition condition) {
        ContextValue value = request.context().value(condition.key().toLowerCase(Locale.ROOT));
        return value == null || (value instanceof ContextValue.Texts texts && !texts.hasValue());
    }

    private Mismatch mismatch(Condition condition, LanguageVersion version) {
        List<String> values = texts(condition.values());
        boolean variables = condition.operator().kind().family().takesVariables();
        return new OfCondition(
                condition.operatorName(),
                condition.key(),
                values,
                request.context().value(condition.key().toLowerCase(Locale.ROOT)),
                variables ? unresolved(values, version) : List.of());
    }

    private static List<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).toList();
    }

    private List<String> unresolved(List<String> patterns, LanguageVersion version) {
        List<String> unresolved = new ArrayList<>();
        for (String pattern : patterns) {
            for (Part.Variable variable :
                    Template.of(pattern, version.hasVariables(), true).variables()) {
                if (variable.value(request.context()) == null) {
                    unresolved.add(variable.name());
                }
            }
        }
        return unresolved;
    }
}
