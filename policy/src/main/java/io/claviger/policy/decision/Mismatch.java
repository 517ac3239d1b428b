package io.claviger.policy.decision;

import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a statement that did not match a request, and what was compared. Immutable. */
public sealed interface Mismatch {

    /** The same in one sentence for a person, without a full stop. */
    String sentence();

    /**
     * The statement is about other principals.
     *
     * @param excluding whether it is {@code NotPrincipal}
     * @param terms the principals that the statement lists
     * @param requester who asked
     */
    record OfPrincipal(boolean excluding, List<PrincipalTerm> terms, Requester requester) implements Mismatch {

        /** Copies the list. */
        public OfPrincipal {
            terms = List.copyOf(terms);
        }

        @Override
        public String sentence() {
            return excluding ? "NotPrincipal lists " + requester : "Principal does not list " + requester;
        }
    }

    /**
     * The statement is about other actions.
     *
     * @param excluding whether it is {@code NotAction}
     * @param patterns the actions that the statement lists
     * @param action the action asked for
     */
    record OfAction(boolean excluding, List<String> patterns, String action) implements Mismatch {

        /** Copies the list. */
        public OfAction {
            patterns = List.copyOf(patterns);
        }

        @Override
        public String sentence() {
            return excluding
                    ? "NotAction " + patterns + " lists " + action
                    : "Action " + patterns + " does not match " + action;
        }
    }

    /**
     * The statement is about other resources.
     *
     * @param excluding whether it is {@code NotResource}
     * @param patterns the resources that the statement lists
     * @param resource the resource asked for
     * @param unresolved the policy variables in them that have no value in the request
     */
    record OfResource(boolean excluding, List<String> patterns, String resource, List<String> unresolved)
            implements Mismatch {

        /** Copies the lists. */
        public OfResource {
            patterns = List.copyOf(patterns);
            unresolved = List.copyOf(unresolved);
        }

        @Override
        public String sentence() {
            String relation = excluding && unresolved.isEmpty() ? " lists " : " does not match ";
            return (excluding ? "NotResource " : "Resource ") + patterns + relation + resource + without(unresolved);
        }
    }

    /**
     * A condition does not hold.
     *
     * @param operator the operator as written
     * @param key the condition key as written
     * @param values the values that the statement lists
     * @param actual the key's value in the request; null if the request has no such key
     * @param unresolved the policy variables in the values that have no value in the request
     */
    record OfCondition(
            String operator,
            String key,
            List<String> values,
            @Nullable ContextValue actual,
            List<String> unresolved) implements Mismatch {

        /** Copies the lists. */
        public OfCondition {
            values = List.copyOf(values);
            unresolved = List.copyOf(unresolved);
        }

        @Override
        public String sentence() {
            String found = switch (actual) {
                case ContextValue.Text(String value) -> "is " + value;
                case ContextValue.Texts(List<String> several) -> "is " + several;
                case null -> "is absent";
            };
            return operator + " " + values + " does not hold: " + key + " " + found + without(unresolved);
        }
    }

    private static String without(List<String> unresolved) {
        return unresolved.isEmpty() ? "" : ", and there is no value for " + unresolved;
    }
}
