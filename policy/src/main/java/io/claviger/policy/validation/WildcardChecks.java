package io.claviger.policy.validation;

import io.claviger.policy.condition.Family;
import io.claviger.policy.condition.Quantifier;
import io.claviger.policy.pattern.AsciiCase;
import java.util.Set;

/** Wildcards and variables in the values of conditions: where they do nothing, where too much, where they decide all. */
final class WildcardChecks implements StatementChecks {

    /** A value of these that is not known in full makes no sense. */
    private static final Set<String> SENSITIVE = Set.of(
            "aws:principalaccount",
            "aws:principalorgid",
            "aws:resourceaccount",
            "aws:resourceorgid",
            "aws:sourceaccount",
            "aws:sourceorgid",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:vpceaccount",
            "aws:vpceorgid");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            boolean everything = false;
            for (Node value : condition.values()) {
                String literal = value.text().replace("${*}", "").replace("${?}", "");
                boolean wild = ActionChecks.wild(literal);
                if (wild && condition.text() && !condition.is(Family.STRING_LIKE)) {
                    scope.report()
                            .add(
                                    Check.WILDCARD_WITHOUT_LIKE_OPERATOR,
                                    "Your condition value includes a * or ? character. If you meant to use a wildcard (*,"
                                            + " ?), update the condition operator to include Like.",
                                    value.location());
                }
                everything |= condition.wildcards() && literal.equals("*");
                sensitive(condition, value, wild, policy, scope);
            }
            if (everything) {
                decided(condition, scope);
            }
        }
    }

    private static void sensitive(ConditionView condition, Node value, boolean wild, PolicyView policy, Scope scope) {
        String key = AsciiCase.lower(condition.key());
        boolean whole = value.text().equals("*");
        if (SENSITIVE.contains(key)) {
            if (wild && condition.wildcards() && !whole) {
                scope.report()
                        .add(
                                Check.WILDCARD_USAGE_TOO_PERMISSIVE,
                                "The wildcard is not allowed in the condition key " + condition.key()
                                        + ". We consider the key to be sensitive and wildcards are not allowed to be used"
                                        + " with sensitive keys.",
                                value.location());
            }
            boolean own = value.text().equals("${aws:PrincipalAccount}")
                    || value.text().startsWith("${aws:Resource")
                    || value.text().equals("${aws:PrincipalOrgID}");
            if (policy.variables() && condition.wildcards() && value.text().contains("${") && !own) {
                scope.report()
                        .add(
                                Check.VARIABLE_USAGE_TOO_PERMISSIVE,
                                "The policy variable is not allowed in the condition key " + condition.key()
                                        + ". We consider the key to be sensitive and policy variables can be evaluated as"
                                        + " effective wildcards. Therefore policy variables are not allowed to be used"
                                        + " with sensitive keys.",
                                value.location());
            }
        } else if (key.equals("aws:userid")) {
            userId(condition, value, wild && condition.wildcards() && !whole, policy, scope);
        }
    }

    /** An ID is a unique part, a colon and a name; the unique part must be whole or open altogether. */
    private static void userId(ConditionView condition, Node value, boolean wild, PolicyView policy, Scope scope) {
        String text = value.text();
        int colon = ArnParts.split(text)[0].length();
        String left = text.substring(0, colon);
        String rule = " on the right side of colon or as the only character on the left side of a colon.";
        if (wild && ActionChecks.wild(left) && !(left.equals("*") && colon < text.length())) {
            scope.report()
                    .add(
                            Check.WILDCARD_USAGE_TOO_PERMISSIVE,
                            "Overly permissive use of wildcard with aws:userID. Use the wildcard" + rule,
                            value.location());
        }
        boolean variable = policy.variables() && condition.wildcards() && left.contains("${");
        boolean alone = left.startsWith("${") && left.indexOf('}') == left.length() - 1;
        if (variable && !(alone && colon < text.length())) {
            scope.report()
                    .add(
                            Check.VARIABLE_USAGE_TOO_PERMISSIVE,
                            "Overly permissive use of policy variable with aws:userID. Use the policy variable" + rule,
                            value.location());
        }
    }

    /** One value is a star alone: then only the presence of the key matters, if anything. */
    private static void decided(ConditionView condition, Scope scope) {
        boolean absentHolds = condition.ifExists() || condition.quantifier() == Quantifier.FOR_ALL_VALUES;
        boolean never = condition.negated() && condition.quantifier() == Quantifier.FOR_ANY_VALUE;
        String where = "the key " + condition.key() + " in the condition block of " + condition.operatorName();
        if (never) {
            scope.report()
                    .add(
                            Check.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION,
                            "T" + where.substring(1)
                                    + " does not match any values. Remove this key to simplify the condition.",
                            condition.keyLocation());
        } else if (condition.negated()) {
            scope.report()
                    .add(
                            Check.EQUIVALENT_TO_NULL_TRUE,
                            "We recommend replacing " + where + " with {Null: {" + condition.key()
                                    + ": true}} to ensure better enforcement of the condition.",
                            condition.keyLocation());
        } else if (absentHolds) {
            scope.report()
                    .add(
                            Check.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION,
                            "T" + where.substring(1)
                                    + " is redundant because it is always matched. Remove this key to simplify the"
                                    + " condition.",
                            condition.keyLocation());
        } else {
            scope.report()
                    .add(
                            Check.EQUIVALENT_TO_NULL_FALSE,
                            "We recommend replacing " + where + " with {Null: {" + condition.key()
                                    + ": false}} to ensure better enforcement of the condition.",
                            condition.keyLocation());
        }
    }
}
