package io.claviger.policy.compile;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.condition.ValueTest;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.Term;
import io.claviger.policy.pattern.Truth;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.RequestContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition, ready to be tested. */
sealed interface CompiledCondition {

    /** Whether the condition holds. */
    boolean holds(RequestContext context);

    /**
     * Compiles a condition.
     *
     * @param whenUnknown the outcome of a test that cannot be evaluated: true in a statement that denies
     */
    static CompiledCondition of(Condition condition, LanguageVersion version, boolean whenUnknown) {
        // interned: contexts look keys up by strings that are mostly constants, which then are the same object
        String key = condition.key().toLowerCase(Locale.ROOT).intern();
        List<String> values = condition.values().stream().map(Term::text).toList();
        OperatorKind kind = condition.operator().kind();
        ValueTest test = kind.family().compile(kind.comparison(), values, version.hasVariables());
        if (kind == OperatorKind.NULL) {
            return new Presence(key, test);
        }
        return new ByValue(key, condition.operator(), test, whenUnknown);
    }

    /** The key's value, or null if it is absent or has no value that is not empty. */
    private static @Nullable ContextValue present(RequestContext context, String key) {
        ContextValue value = context.value(key);
        return value instanceof Texts texts && !texts.hasValue() ? null : value;
    }

    /** The operator {@code Null}. */
    record Presence(String key, ValueTest test) implements CompiledCondition {
        @Override
        public boolean holds(RequestContext context) {
            return test.test(present(context, key) == null ? "true" : "false", context) == Truth.TRUE;
        }
    }

    /** Every other operator. */
    record ByValue(String key, ConditionOperator operator, ValueTest test, boolean whenUnknown)
            implements CompiledCondition {

        @Override
        public boolean holds(RequestContext context) {
            ContextValue value = present(context, key);
            if (value instanceof Text text) {
                return holds(text.value(), context);
            }
            if (!(value instanceof Texts texts)) {
                return holdsWithoutKey();
            }
            return switch (operator.quantifier()) {
                case NONE -> false;
                case FOR_ALL_VALUES -> all(texts.values(), context);
                case FOR_ANY_VALUE -> any(texts.values(), context);
            };
        }

        private boolean holdsWithoutKey() {
            if (operator.ifExists()) {
                return true;
            }
            return switch (operator.quantifier()) {
                case NONE -> operator.kind().negated();
                case FOR_ALL_VALUES -> true;
                case FOR_ANY_VALUE -> false;
            };
        }

        private boolean holds(String value, RequestContext context) {
            return switch (test.test(value, context)) {
                case TRUE -> !operator.kind().negated();
                case FALSE -> operator.kind().negated();
                case UNKNOWN -> whenUnknown;
            };
        }

        private boolean all(List<String> values, RequestContext context) {
            for (int i = 0; i < values.size(); i++) {
                if (!holds(values.get(i), context)) {
                    return false;
                }
            }
            return true;
        }

        private boolean any(List<String> values, RequestContext context) {
            for (int i = 0; i < values.size(); i++) {
                if (holds(values.get(i), context)) {
                    return true;
                }
            }
            return false;
        }
    }
}
