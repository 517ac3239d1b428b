package io.claviger.policycli;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Family;
import io.claviger.policy.decision.Mismatch;
import io.claviger.policy.decision.Mismatch.OfAction;
import io.claviger.policy.decision.Mismatch.OfCondition;
import io.claviger.policy.decision.Mismatch.OfPrincipal;
import io.claviger.policy.decision.Mismatch.OfResource;
import io.claviger.policy.request.ContextValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a statement did not match, in few words: first the clause that failed, then the values compared. */
final class MismatchText {

    private static final int MOST_LISTED = 6;

    private MismatchText() {}

    /**
     * The words.
     *
     * @param mismatch what did not match
     * @param principal the caller's name
     */
    static String of(Mismatch mismatch, String principal) {
        return switch (mismatch) {
            case OfPrincipal(boolean excluding, var terms, var _) -> {
                List<String> listed = terms.stream()
                        .map(term -> term.everybody() ? "*" : term.kind().member() + ' ' + term.text())
                        .toList();
                yield excluding
                        ? "NotPrincipal: " + principal + " is one of " + list(listed)
                        : "Principal: " + principal + " is not " + oneOf(listed);
            }
            case OfAction(boolean excluding, List<String> patterns, String action) ->
                excluding
                        ? "NotAction: " + action + " matches " + list(patterns)
                        : "Action: " + action + " does not match " + list(patterns);
            case OfResource(boolean excluding, List<String> patterns, String resource, List<String> unresolved) ->
                (excluding
                                ? "NotResource: " + resource
                                        + (unresolved.isEmpty() ? " matches " : " cannot be compared with ")
                                : "Resource: " + resource + " does not match ")
                        + list(patterns)
                        + without(unresolved);
            case OfCondition(
                    String operator,
                    String key,
                    List<String> values,
                    @Nullable ContextValue actual,
                    List<String> unresolved) ->
                "Condition: " + key + actual(actual) + fails(operator, actual) + operator + ' ' + list(values)
                        + without(unresolved);
        };
    }

    /** An impossible date, say, cannot be compared, so every operator of dates fails. */
    private static String fails(String operator, @Nullable ContextValue actual) {
        ConditionOperator named = ConditionOperator.named(operator);
        return named != null
                        && actual instanceof ContextValue.Text(String value)
                        && !named.kind().family().accepts(value, false)
                ? ", which is " + noneOf(named.kind().family()) + " and so fails "
                : ", which fails ";
    }

    private static String noneOf(Family family) {
        return switch (family) {
            case STRING, STRING_IGNORING_CASE, STRING_LIKE -> "not a text";
            case NUMERIC -> "not a number";
            case DATE -> "not a date";
            case BOOL, PRESENCE -> "neither true nor false";
            case BINARY -> "not base64";
            case IP -> "not an IP address";
            case ARN -> "not an ARN";
        };
    }

    private static String actual(@Nullable ContextValue actual) {
        return switch (actual) {
            case ContextValue.Text(String value) -> " is " + (value.isEmpty() ? "empty" : value);
            case ContextValue.Texts(List<String> values) -> " is " + values;
            case null -> " is absent";
        };
    }

    private static String oneOf(List<String> listed) {
        return (listed.size() > 1 ? "one of " : "") + list(listed);
    }

    private static String list(List<String> texts) {
        if (texts.isEmpty()) {
            return "anything, for nothing is listed";
        }
        int listed = texts.size() > MOST_LISTED + 1 ? MOST_LISTED : texts.size();
        String more = listed < texts.size() ? " and " + (texts.size() - listed) + " more" : "";
        return String.join(", ", texts.subList(0, listed)) + more;
    }

    private static String without(List<String> unresolved) {
        return unresolved.isEmpty() ? "" : "; there is no value for ${" + String.join("}, ${", unresolved) + '}';
    }
}
