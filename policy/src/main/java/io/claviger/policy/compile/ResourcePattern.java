package io.claviger.policy.compile;

import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.Glob;
import io.claviger.policy.pattern.Part;
import io.claviger.policy.pattern.Part.Literal;
import io.claviger.policy.pattern.Part.Variable;
import io.claviger.policy.pattern.Part.Wildcard;
import io.claviger.policy.pattern.Template;
import io.claviger.policy.pattern.TextPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the patterns of {@code Resource}. Within the first five parts of an ARN a wildcard stays within its part, save
 * a star at the part's end, which may run past the colon; in the rest wildcards match everything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ResourcePattern {

    private static final int HEAD_COLONS = 5;

    private ResourcePattern() {}

    /**
     * Compiles a pattern. An ARN of fewer than six parts has two readings, and both count: a star at a part's end may stand
     * for the parts that are missing, as in {@code arn:aws:dynamodb:*:table/x}; and what is missing at the end stands for
     * everything, as in {@code arn:aws:sqs:*:111122223333}.
     *
     * @param openEnded whether what is missing at the end stands for everything; otherwise for nothing
     * @return patterns of which one is enough
     */
    static List<TextPattern> of(String text, LanguageVersion version, boolean openEnded) {
        Template template = Template.of(text, version.hasVariables(), true);
        List<Part> parts = new ArrayList<>();
        int colons = 0;
        for (int i = 0; i < template.parts().size(); i++) {
            switch (template.parts().get(i)) {
                case Literal(String literal) -> {
                    int tail = tail(literal, HEAD_COLONS - colons);
                    colons += (int) literal.chars().filter(c -> c == ':').count();
                    parts.add(new Literal(AsciiCase.lower(literal.substring(0, tail)) + literal.substring(tail)));
                }
                case Wildcard(int token) -> {
                    boolean inHead = colons < HEAD_COLONS;
                    parts.add(new Wildcard(inHead ? headToken(token, template.parts(), i) : token));
                }
                case Variable variable -> parts.add(variable);
            }
        }
        TextPattern written = TextPattern.of(new Template(parts));
        boolean endsInStar = parts.getLast() instanceof Wildcard(int token) && token == Glob.RUN;
        if (!openEnded || colons >= HEAD_COLONS || endsInStar) {
            return List.of(written);
        }
        append(parts, ":");
        parts.add(new Wildcard(Glob.RUN));
        return List.of(written, TextPattern.of(new Template(parts)));
    }

    /** Where the part after the fifth colon begins, given how many colons are still to come. */
    private static int tail(String literal, int colons) {
        int at = 0;
        for (int i = 0; i < colons; i++) {
            int colon = literal.indexOf(':', at);
            if (colon < 0) {
                return literal.length();
            }
            at = colon + 1;
        }
        return at;
    }

    private static int headToken(int token, List<Part> parts, int index) {
        if (token == Glob.ONE) {
            return Glob.SEGMENT_ONE;
        }
        Part next = index + 1 < parts.size() ? parts.get(index + 1) : null;
        boolean endsPart = next == null
                || (next instanceof Literal(String text) && text.startsWith(":"))
                || (next instanceof Wildcard(int following)
                        && following == Glob.RUN
                        && headToken(following, parts, index + 1) == Glob.RUN);
        return endsPart ? Glob.RUN : Glob.SEGMENT_RUN;
    }

    private static void append(List<Part> parts, String text) {
        if (parts.getLast() instanceof Literal(String literal)) {
            parts.set(parts.size() - 1, new Literal(literal + text));
        } else {
            parts.add(new Literal(text));
        }
    }
}
