package io.claviger.operations.explanation;

import io.claviger.operations.gate.Refused;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether something may be done. Immutable.
 *
 * @param action service and name, such as {@code iam:CreateUser}
 * @param resource its ARN, or {@code *} for an action that has none
 * @param context condition keys that a request would have, each with its values
 */
public record Question(String action, String resource, Map<String, List<String>> context) {

    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
    private static final Pattern RESOURCE =
            Pattern.compile("\\*|[Aa][Rr][Nn]:[^:]+:[^:]+:[^:]*:[^:]*:.+", Pattern.DOTALL);

    /**
     * Copies the keys.
     *
     * @throws Refused when the action or the resource is none
     */
    public Question {
        context = Map.copyOf(context);
        if (action.length() > AuthorizationRequest.MAX_LENGTH
                || !ACTION.matcher(action).matches()) {
            throw Refused.invalidInput("An action is a service, a colon and a name, such as iam:CreateUser.");
        }
        if (resource.length() > AuthorizationRequest.MAX_LENGTH
                || !RESOURCE.matcher(resource).matches()) {
            throw Refused.invalidInput("A resource is an ARN, or * for any.");
        }
    }

    /** Whether a role is to be assumed, which the root user never may. */
    boolean isAboutAssuming() {
        return action.equalsIgnoreCase("sts:AssumeRole");
    }

    /** The condition keys by their lower-case names. */
    public Map<String, ContextValue> keys() {
        Map<String, ContextValue> keys = new HashMap<>();
        context.forEach((name, values) -> keys.put(
                name.toLowerCase(Locale.ROOT),
                values.size() == 1 ? new ContextValue.Text(values.getFirst()) : new ContextValue.Texts(values)));
        return keys;
    }
}
