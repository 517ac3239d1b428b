package io.claviger.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service model demands of a member beyond its type. Immutable.
 *
 * @param min the least length of a text in code points, size of a list or map, or value of a number; null for none
 * @param max the greatest
 * @param values the only texts allowed, in the model's order; empty for any
 */
record Constraint(
        boolean required,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable ValuePattern pattern,
        List<String> values) {

    static final Constraint NONE = new Constraint(false, null, null, null, List.of());

    static final String NOT_NULL = "Member must not be null";

    /** AWS lists the values no longer. */
    static final String ONE_OF_THE_VALUES = "Member must satisfy enum value set";

    /** From a row of the table of inputs. */
    static Constraint of(InputRow row) {
        return new Constraint(
                row.required(),
                row.min().isEmpty() ? null : Long.valueOf(row.min()),
                row.max().isEmpty() ? null : Long.valueOf(row.max()),
                row.pattern().isEmpty() ? null : ValuePattern.of(row.pattern()),
                row.values().isEmpty()
                        ? List.of()
                        : List.copyOf(Arrays.asList(row.values().split("\\|"))));
    }

    boolean allows(String value) {
        return tooLong(value) == null
                && tooShort(value) == null
                && (pattern == null || pattern.matches(value))
                && (values.isEmpty() || values.contains(value));
    }

    @Nullable
    String tooLong(String value) {
        return max != null && value.length() > max && value.codePointCount(0, value.length()) > max
                ? atMost("length")
                : null;
    }

    @Nullable
    String tooShort(String value) {
        return min != null && value.codePointCount(0, value.length()) < min ? atLeast("length") : null;
    }

    @Nullable
    String tooGreat(long number, String what) {
        return max != null && number > max ? atMost(what) : null;
    }

    @Nullable
    String tooSmall(long number, String what) {
        return min != null && number < min ? atLeast(what) : null;
    }

    /** All that is demanded of a text, as AWS enumerates it for the elements of lists. */
    String enumerated() {
        List<String> demands = new ArrayList<>();
        if (max != null) {
            demands.add(atMost("length"));
        }
        if (min != null) {
            demands.add(atLeast("length"));
        }
        if (pattern != null) {
            demands.add(patternDemand(pattern));
        }
        if (!values.isEmpty()) {
            demands.add(ONE_OF_THE_VALUES);
        }
        demands.add(NOT_NULL);
        return demands.toString();
    }

    static String patternDemand(ValuePattern pattern) {
        return "Member must satisfy regular expression pattern: " + pattern.text();
    }

    private String atMost(String what) {
        return String.format(Locale.ROOT, "Member must have %s less than or equal to %d", what, max);
    }

    private String atLeast(String what) {
        return String.format(Locale.ROOT, "Member must have %s greater than or equal to %d", what, min);
    }
}
