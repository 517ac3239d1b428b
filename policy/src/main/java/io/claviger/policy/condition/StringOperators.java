package io.claviger.policy.condition;

import io.claviger.policy.pattern.Part;
import io.claviger.policy.pattern.PatternSet;
import io.claviger.policy.pattern.Template;
import io.claviger.policy.pattern.TextPattern;
import io.claviger.policy.pattern.Truth;
import io.claviger.policy.pattern.Variables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** String operators. A variable without a value makes its pattern match nothing. */
final class StringOperators {

    private StringOperators() {}

    static ValueTest equality(List<String> values, boolean variables) {
        return patterns(values, variables, false);
    }

    static ValueTest likeness(List<String> values, boolean variables) {
        return patterns(values, variables, true);
    }

    private static ValueTest patterns(List<String> values, boolean variables, boolean wildcards) {
        PatternSet patterns = new PatternSet(values.stream()
                .map(value -> TextPattern.of(Template.of(value, variables, wildcards)))
                .toList());
        return (value, context) -> Truth.of(patterns.match(value, context) == Truth.TRUE);
    }

    static ValueTest equalityIgnoringCase(List<String> values, boolean variables) {
        Template[] templates = values.stream()
                .map(value -> Template.of(value, variables, false))
                .toArray(Template[]::new);
        return (value, context) -> {
            for (Template template : templates) {
                String text = substituted(template, context);
                if (text != null && text.equalsIgnoreCase(value)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }

    private static @Nullable String substituted(Template template, Variables variables) {
        if (template.parts().size() == 1 && template.parts().getFirst() instanceof Part.Literal(String text)) {
            return text;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : template.parts()) {
            String piece = switch (part) {
                case Part.Literal literal -> literal.text();
                case Part.Variable variable -> variable.value(variables);
                case Part.Wildcard wildcard -> null;
            };
            if (piece == null) {
                return null;
            }
            text.append(piece);
        }
        return text.toString();
    }
}
