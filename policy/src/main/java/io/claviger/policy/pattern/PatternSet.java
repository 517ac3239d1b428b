package io.claviger.policy.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns of which one is enough. Immutable to see, and safe for use by many threads. */
public final class PatternSet {

    /** From so many pairs of a character and a place in a pattern on, all patterns are matched at once. */
    private static final long MANY = 8_192;

    private final TextPattern[] patterns;
    private final long effort;
    private @Nullable GlobSet fixed; // made when first needed; twice does no harm, since it is immutable

    /** Keeps the patterns. */
    public PatternSet(List<TextPattern> patterns) {
        this.patterns = patterns.toArray(TextPattern[]::new);
        this.effort = patterns.stream().mapToLong(PatternSet::effort).sum();
    }

    private static long effort(TextPattern pattern) {
        return pattern instanceof TextPattern.Fixed(Glob glob) ? glob.effort() : 0;
    }

    /** The patterns. */
    public List<TextPattern> patterns() {
        return List.of(patterns);
    }

    /**
     * Matches a text.
     *
     * @return true if a pattern matches; else unknown if a variable of a pattern has no value
     */
    public Truth match(String text, Variables variables) {
        if (effort * text.length() > MANY) {
            return fixed().matches(text) ? Truth.TRUE : first(text, variables, false);
        }
        return first(text, variables, true);
    }

    private Truth first(String text, Variables variables, boolean fixedToo) {
        Truth truth = Truth.FALSE;
        for (TextPattern pattern : patterns) {
            if (fixedToo || pattern instanceof TextPattern.Substituted) {
                Truth match = pattern.match(text, variables);
                if (match == Truth.TRUE) {
                    return match;
                }
                truth = match == Truth.UNKNOWN ? match : truth;
            }
        }
        return truth;
    }

    private GlobSet fixed() {
        GlobSet set = fixed;
        if (set == null) {
            set = new GlobSet(List.of(patterns).stream()
                    .filter(TextPattern.Fixed.class::isInstance)
                    .map(pattern -> ((TextPattern.Fixed) pattern).glob())
                    .toList());
            fixed = set;
        }
        return set;
    }
}
