package io.claviger.policy.validation;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Family;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Whether the values of conditions are of the types that their operators compare. */
final class ValueChecks implements StatementChecks {

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            ConditionOperator operator = condition.operator();
            if (operator == null) {
                continue;
            }
            Family family = operator.kind().family();
            for (Node value : condition.values()) {
                value(condition, family, value, policy, scope);
            }
            several(condition, operator, scope);
        }
    }

    private static void value(ConditionView condition, Family family, Node value, PolicyView policy, Scope scope) {
        String text = value.text();
        if (policy.variables() && text.contains("${") && !family.takesVariables()) {
            scope.report()
                    .add(
                            Check.INVALID_VARIABLE_FOR_OPERATOR,
                            "Policy variables can only be used with String and ARN operators.",
                            value.location());
            return;
        }
        if (family == Family.DATE && !condition.on("aws:EpochTime") && number(text)) {
            scope.report()
                    .add(
                            Check.INVALID_DATE_VALUE,
                            "The date " + text + " might not resolve as expected. We recommend that you use the"
                                    + " YYYY-MM-DD format.",
                            value.location());
        }
        if (family.accepts(text, policy.variables())) {
            return;
        }
        String operator = condition.operatorName();
        switch (family) {
            case BOOL, PRESENCE ->
                scope.report()
                        .add(
                                Check.TYPE_MISMATCH_BOOLEAN,
                                "Add a valid Boolean value (true or false) for the condition operator " + operator
                                        + '.',
                                value.location());
            case DATE ->
                scope.report()
                        .add(
                                Check.TYPE_MISMATCH_DATE,
                                "The date condition operator is used with an invalid value. Specify a valid date using"
                                        + " YYYY-MM-DD or other ISO 8601 date/time format.",
                                value.location());
            case NUMERIC ->
                scope.report()
                        .add(
                                Check.TYPE_MISMATCH_NUMBER,
                                "Add a valid numeric value for the condition operator " + operator + '.',
                                value.location());
            case IP ->
                scope.report()
                        .add(
                                Check.TYPE_MISMATCH_IP_RANGE,
                                "The condition operator " + operator
                                        + " is used with an invalid IP range value. Specify"
                                        + " the IP range in standard CIDR format.",
                                value.location());
            case BINARY ->
                scope.report()
                        .add(
                                Check.TYPE_MISMATCH_STRING,
                                "Add a valid base64-encoded string value for the condition operator " + operator + '.',
                                value.location());
            case STRING, STRING_IGNORING_CASE, STRING_LIKE, ARN -> {}
        }
    }

    private static boolean number(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void several(ConditionView condition, ConditionOperator operator, Scope scope) {
        List<Node> values = condition.values();
        if (values.size() < 2) {
            return;
        }
        Family family = operator.kind().family();
        ConditionKey key = scope.catalog().conditionKey(condition.key());
        if (family == Family.BOOL && (key == null || !key.multivalued())) {
            scope.report()
                    .add(
                            Check.INVALID_CONDITION_MULTIPLE_BOOLEAN,
                            "The condition key does not support multiple Boolean values. Use a single Boolean value.",
                            condition.value().location());
        }
        if (family != Family.NUMERIC || !values.stream().allMatch(value -> family.accepts(value.text(), false))) {
            return;
        }
        Comparator<Node> order = Comparator.comparing(value -> new BigDecimal(value.text()));
        switch (operator.kind().comparison()) {
            case EQUAL -> {}
            case LESS, LESS_OR_EQUAL ->
                redundant(condition, "greatest", values.stream().max(order).orElseThrow(), scope);
            case GREATER, GREATER_OR_EQUAL ->
                redundant(condition, "least", values.stream().min(order).orElseThrow(), scope);
        }
    }

    private static void redundant(ConditionView condition, String which, Node enough, Scope scope) {
        scope.report()
                .add(
                        Check.REDUNDANT_CONDITION_VALUE_NUM,
                        "Multiple values in " + condition.operatorName() + " are redundant. Replace with the " + which
                                + " single value for " + condition.key() + ", which is " + enough.text() + '.',
                        condition.value().location());
    }
}
