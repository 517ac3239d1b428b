package io.claviger.policy.document;

import io.claviger.policy.pattern.Part;
import io.claviger.policy.pattern.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys on which a policy's decisions may depend. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html">
 *     GetContextKeysForCustomPolicy</a>
 */
public final class ContextKeys {

    private ContextKeys() {}

    /**
     * The keys of a policy's conditions and variables, each once, as it is first written, in the order in which statements
     * name them: in resources, then in conditions.
     */
    public static List<String> of(PolicyDocument policy) {
        Map<String, String> keys = new LinkedHashMap<>();
        boolean variables = policy.version().hasVariables();
        for (Statement statement : policy.statements()) {
            if (variables) {
                addVariables(statement.resources().terms(), keys);
            }
            for (Condition condition : statement.conditions()) {
                add(condition.key(), keys);
                if (variables && condition.operator().kind().family().takesVariables()) {
                    addVariables(condition.values(), keys);
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private static void addVariables(List<Term> terms, Map<String, String> keys) {
        for (Term term : terms) {
            for (Part.Variable variable : Template.of(term.text(), true, true).variables()) {
                add(variable.name(), keys);
            }
        }
    }

    private static void add(String key, Map<String, String> keys) {
        keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
    }
}
