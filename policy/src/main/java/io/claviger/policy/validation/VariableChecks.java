package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.Choice;
import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.Set;

/**
 * Policy variables: where they may stand, and how they are written.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables</a>
 */
final class VariableChecks implements StatementChecks {

    private static final Set<String> ESCAPES = Set.of("${*}", "${?}", "${$}");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        if (actions != null) {
            actions.texts().forEach(action -> elsewhere(action, scope));
        }
        Principals principals = statement.principals();
        if (principals != null) {
            for (PrincipalView principal : principals.named()) {
                elsewhere(principal.value(), scope);
            }
        }
        Choice resources = statement.resources();
        if (resources != null) {
            resources.texts().forEach(resource -> written(resource, policy, scope));
        }
        for (ConditionView condition : statement.conditions()) {
            condition.values().forEach(value -> written(value, policy, scope));
        }
    }

    private static void elsewhere(Node node, Scope scope) {
        String text = node.text();
        int start = text.indexOf("${");
        if (start < 0) {
            return;
        }
        int close = text.indexOf('}', start);
        int end = close < 0 ? text.length() : close + 1;
        scope.report()
                .add(
                        Check.VARIABLE_UNSUPPORTED_IN_ELEMENT,
                        "Policy variables are supported in the Resource and Condition elements. Remove the policy"
                                + " variable " + text.substring(start, end) + " from this element.",
                        node.part(start, end - start));
    }

    private static void written(Node node, PolicyView policy, Scope scope) {
        String text = node.text();
        int start = text.indexOf("${");
        if (start >= 0 && !policy.variables()) {
            scope.report()
                    .add(
                            Check.VARIABLE_UNSUPPORTED_IN_VERSION,
                            "To include variables in your policy, use the policy version 2012-10-17 or later.",
                            node.location());
            return;
        }
        while (start >= 0) {
            int end = end(text, start);
            if (end < 0) {
                scope.report()
                        .add(
                                Check.MISSING_BRACE_IN_VARIABLE,
                                "The policy variable is missing a closing curly brace. Add } after the variable text.",
                                node.part(start, text.length() - start));
                return;
            }
            variable(node, start, end, scope);
            start = text.indexOf("${", end);
        }
    }

    /** After the closing brace, which is not one in a quoted default value; negative if there is none. */
    private static int end(String text, int start) {
        boolean quoted = false;
        for (int i = start + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i + 1;
            }
        }
        int close = text.indexOf('}', start);
        return close < 0 ? -1 : close + 1;
    }

    private static void variable(Node node, int start, int end, Scope scope) {
        String whole = node.text().substring(start, end);
        if (ESCAPES.contains(whole)) {
            return;
        }
        String inner = whole.substring(2, whole.length() - 1);
        int comma = inner.indexOf(',');
        String key = comma < 0 ? inner : inner.substring(0, comma);
        Location place = node.part(start, end - start);
        if (key.isBlank()) {
            scope.report()
                    .add(
                            Check.EMPTY_VARIABLE,
                            "Empty policy variable. Remove the ${ } variable structure or provide a variable within the"
                                    + " structure.",
                            place);
        } else if (key.indexOf(' ') >= 0 && key.indexOf('/') < 0) {
            scope.report()
                    .add(
                            Check.UNSUPPORTED_SPACE_IN_VARIABLE,
                            "A space is not supported within the policy variable text. Remove the space.",
                            place);
        }
        if (comma >= 0) {
            String fallback = inner.substring(comma + 1).strip();
            boolean quoted = fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
            if (!quoted) {
                scope.report()
                        .add(
                                Check.MISSING_QUOTE_IN_VARIABLE,
                                "The policy variable default value must begin and end with a single quote. Add the"
                                        + " missing quote.",
                                place);
            }
        }
    }
}
