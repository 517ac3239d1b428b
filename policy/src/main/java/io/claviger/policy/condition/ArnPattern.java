package io.claviger.policy.condition;

import io.claviger.policy.pattern.Glob;
import io.claviger.policy.pattern.Template;
import io.claviger.policy.pattern.TextPattern;
import io.claviger.policy.pattern.Truth;
import io.claviger.policy.pattern.Variables;
import java.util.List;

/** The pattern of an ARN: six parts, each compared with the same part of the request's ARN, case-sensitively. */
sealed interface ArnPattern {

    /** How many parts an ARN has. */
    int PARTS = 6;

    /** Whether the ARN matches; an ARN begins with {@code arn} and has six parts. */
    boolean matches(String arn, Variables variables);

    /** Whether a policy may list the value: a star, or six parts. A variable is one part, whatever it brings. */
    static boolean accepts(String value, boolean variables) {
        return value.equals("*") || parts(value, variables).size() == PARTS;
    }

    /** Compiles a value that {@link #accepts} takes. */
    static ArnPattern of(String value, boolean variables) {
        return value.equals("*")
                ? new Any()
                : new ByPart(
                        parts(value, variables).stream().map(TextPattern::of).toList());
    }

    private static List<Template> parts(String value, boolean variables) {
        return Template.of(value, variables, true).splitAtColons(PARTS);
    }

    private static boolean isArn(String text) {
        int colon = -1;
        for (int i = 1; i < PARTS; i++) {
            colon = text.indexOf(':', colon + 1);
            if (colon < 0) {
                return false;
            }
        }
        return text.startsWith("arn:");
    }

    /** The pattern {@code *}: any ARN. */
    record Any() implements ArnPattern {
        @Override
        public boolean matches(String arn, Variables variables) {
            return isArn(arn);
        }
    }

    /** A pattern whose author wrote six parts. */
    record ByPart(List<TextPattern> parts) implements ArnPattern {
        @Override
        public boolean matches(String arn, Variables variables) {
            if (!isArn(arn)) {
                return false;
            }
            int from = 0;
            for (int i = 0; i < PARTS; i++) {
                int to = i == PARTS - 1 ? arn.length() : arn.indexOf(':', from);
                if (!matches(parts.get(i), arn, from, to, variables)) {
                    return false;
                }
                from = to + 1;
            }
            return true;
        }

        private static boolean matches(TextPattern part, String arn, int from, int to, Variables variables) {
            return switch (part) {
                case TextPattern.Fixed(Glob glob) -> glob.matches(arn, from, to);
                case TextPattern.Substituted substituted ->
                    substituted.match(arn.substring(from, to), variables) == Truth.TRUE;
            };
        }
    }
}
