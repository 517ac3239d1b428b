package io.claviger.policy.reference;

import io.claviger.policy.document.Condition;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a condition holds. */
final class ReferenceConditions {

    private ReferenceConditions() {}

    static boolean holds(
            Condition condition, boolean variables, boolean whenUnknown, Map<String, ContextValue> context) {
        String operator = condition.operatorName();
        boolean forAll = operator.startsWith("ForAllValues:");
        boolean forAny = operator.startsWith("ForAnyValue:");
        boolean ifExists = operator.endsWith("IfExists");
        String name = operator.replace("ForAllValues:", "")
                .replace("ForAnyValue:", "")
                .replace("IfExists", "");
        ContextValue value = context.get(condition.key().toLowerCase(Locale.ROOT));
        boolean many = value instanceof Texts;
        List<String> given = switch (value) {
            case null -> List.of();
            case Text(String text) -> List.of(text);
            case Texts(List<String> texts) -> texts;
        };
        boolean missing = given.isEmpty() || (many && given.stream().allMatch(String::isEmpty));
        if (name.equals("Null")) {
            return condition.values().stream().anyMatch(v -> v.text().equalsIgnoreCase("" + missing));
        }
        boolean negated = name.contains("Not");
        if (missing) {
            return ifExists || forAll || (negated && !forAny);
        }
        if (many && !forAll && !forAny) {
            return false;
        }
        int satisfied = 0;
        for (String one : given) {
            satisfied += satisfies(condition, name, one, variables, context).orElse(whenUnknown) ? 1 : 0;
        }
        return forAny ? satisfied > 0 : satisfied == given.size();
    }

    private static Optional<Boolean> satisfies(
            Condition condition, String name, String given, boolean variables, Map<String, ContextValue> context) {
        boolean fits = false;
        for (var listed : condition.values()) {
            Optional<Boolean> fit = ReferenceValues.fits(name, given, listed.text(), variables, context);
            if (fit.isEmpty()) {
                return fit;
            }
            fits |= fit.get();
        }
        return Optional.of(fits != name.contains("Not"));
    }
}
