package io.claviger.policy.validation;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ValueType;
import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Family;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.condition.Quantifier;
import java.util.HashSet;
import java.util.Set;

/** Whether operators exist, and suit the keys they are used with. */
final class OperatorChecks implements StatementChecks {

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Set<String> seen = new HashSet<>();
        for (ConditionView condition : statement.conditions()) {
            if (seen.add(condition.operatorName())) {
                exists(condition, scope);
            }
            ConditionOperator operator = condition.operator();
            ConditionKey key = scope.catalog().conditionKey(condition.key());
            if (operator != null && key != null) {
                suits(condition, operator, key, statement, scope);
            }
        }
    }

    private static void exists(ConditionView condition, Scope scope) {
        if (condition.operator() == null) {
            boolean onNull = condition.operatorName().endsWith("NullIfExists");
            scope.report()
                    .add(
                            onNull ? Check.NULL_WITH_IF_EXISTS : Check.INVALID_CONDITION_OPERATOR,
                            onNull
                                    ? "The Null condition operator cannot be used with the IfExists suffix. Update the"
                                            + " operator or the suffix."
                                    : "The condition operator " + condition.operatorName()
                                            + " is not valid. Use a valid condition operator.",
                            condition.operatorKey());
        } else if (condition.is(OperatorKind.NULL) && condition.quantifier() != Quantifier.NONE) {
            scope.report()
                    .add(
                            Check.NULL_WITH_QUALIFIER,
                            "Avoid using the Null condition operator with the ForAllValues or ForAnyValue qualifiers"
                                    + " because they always return a true or false respectively.",
                            condition.operatorKey());
        }
    }

    private static void suits(
            ConditionView condition,
            ConditionOperator operator,
            ConditionKey key,
            StatementView statement,
            Scope scope) {
        if (operator.kind() == OperatorKind.NULL) {
            return;
        }
        if (key.multivalued() && operator.quantifier() == Quantifier.NONE) {
            scope.report()
                    .add(
                            Check.MISSING_QUALIFIER,
                            "The request context key " + condition.key()
                                    + " has multiple values. Use the ForAllValues or"
                                    + " ForAnyValue condition key qualifiers in your policy.",
                            condition.operatorKey());
        }
        boolean audience = condition.key().endsWith(":aud");
        if (!key.multivalued()
                && !audience
                && operator.quantifier() == Quantifier.FOR_ALL_VALUES
                && !statement.denies()) {
            scope.report()
                    .add(
                            Check.FORALLVALUES_WITH_SINGLE_VALUED_KEY,
                            "Using ForAllValues qualifier with the single-valued condition key " + condition.key()
                                    + " can be overly permissive. We recommend that you remove ForAllValues:.",
                            condition.operatorKey());
        }
        type(condition, operator.kind().family(), key, scope);
    }

    private static void type(ConditionView condition, Family family, ConditionKey key, Scope scope) {
        String instead = "Use the operator type " + title(key.type()) + " instead of operator " + title(family)
                + " for the condition key " + condition.key() + '.';
        if (key.type() == ValueType.ARN && family == Family.STRING_LIKE) {
            scope.report().add(Check.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS, instead, condition.keyLocation());
        } else if (!suits(family, key.type())) {
            scope.report().add(Check.TYPE_MISMATCH, instead, condition.keyLocation());
        }
    }

    /** Numbers that are seconds since the epoch are dates too; an ARN may be compared as the string it is. */
    private static boolean suits(Family family, ValueType type) {
        return switch (type) {
            case STRING ->
                switch (family) {
                    case STRING, STRING_IGNORING_CASE, STRING_LIKE -> true;
                    case NUMERIC, DATE, BOOL, BINARY, IP, ARN, PRESENCE -> false;
                };
            case ARN ->
                switch (family) {
                    case ARN, STRING, STRING_IGNORING_CASE, STRING_LIKE -> true;
                    case NUMERIC, DATE, BOOL, BINARY, IP, PRESENCE -> false;
                };
            case BOOL -> family == Family.BOOL;
            case NUMERIC -> family == Family.NUMERIC;
            case DATE -> family == Family.DATE || family == Family.NUMERIC;
            case IP_ADDRESS -> family == Family.IP;
            case BINARY -> family == Family.BINARY;
        };
    }

    private static String title(ValueType type) {
        return switch (type) {
            case STRING -> "string";
            case BOOL -> "Boolean";
            case NUMERIC -> "numeric";
            case DATE -> "date";
            case ARN -> "ARN";
            case IP_ADDRESS -> "IP address";
            case BINARY -> "binary";
        };
    }

    private static String title(Family family) {
        return switch (family) {
            case STRING, STRING_IGNORING_CASE, STRING_LIKE -> "string";
            case NUMERIC -> "numeric";
            case DATE -> "date";
            case BOOL -> "Boolean";
            case BINARY -> "binary";
            case IP -> "IP address";
            case ARN -> "ARN";
            case PRESENCE -> "Null";
        };
    }
}
