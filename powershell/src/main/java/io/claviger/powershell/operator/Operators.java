package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.JoinedOnce;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Binary operators, except {@code -and}, {@code -or} and casts. */
public final class Operators {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private Operators() {}

    /** A comparison of two values. */
    private interface Test {
        boolean holds(@Nullable Object one);
    }

    /**
     * Applies an operator.
     *
     * @param name its name in the tree: in lower case, without a dash
     * @param matches takes the new value of {@code $Matches}
     */
    public static @Nullable Object apply(
            String name, @Nullable Object left, @Nullable Object right, Consumer<Hashtable> matches) {
        if (ARITHMETIC.contains(name)) {
            return Arithmetic.apply(name, left, right);
        }
        return switch (name) {
            case ".." -> Arithmetic.range(left, right);
            case "f" ->
                Formatting.format(
                        Text.of(left), right == null ? Collections.singletonList(null) : Conversion.toList(right));
            case "join" -> joined(left, Text.of(right));
            case "xor" -> Conversion.isTrue(left) ^ Conversion.isTrue(right);
            case "is" -> Casts.is(left, right);
            case "isnot" -> !Casts.is(left, right);
            case "as" -> Casts.tryCast(right, left);
            default -> compare(name, left, right, matches);
        };
    }

    private static @Nullable Object compare(
            String name, @Nullable Object left, @Nullable Object operand, Consumer<Hashtable> matches) {
        Object right = left instanceof List<?> ? joinedOnce(operand) : operand;
        boolean prefixed = isPrefixed(name);
        boolean caseSensitive = prefixed && name.charAt(0) == 'c';
        String plain = prefixed ? name.substring(1) : name;
        return switch (plain) {
            case "contains" -> contains(left, right, caseSensitive);
            case "notcontains" -> !contains(left, right, caseSensitive);
            case "in" -> contains(right, left, caseSensitive);
            case "notin" -> !contains(right, left, caseSensitive);
            case "replace" -> {
                UnaryOperator<String> replacing = Patterns.replacing(operand, caseSensitive);
                yield each(left, one -> replacing.apply(Text.of(one)));
            }
            case "split" -> Splitting.of(left == null ? List.of("") : Conversion.toList(left), right, caseSensitive);
            default ->
                filter(
                        left,
                        one -> holds(plain, one, right, caseSensitive, left instanceof List<?> ? _ -> {} : matches));
        };
    }

    private static boolean isPrefixed(String name) {
        return switch (name) {
            case "contains", "in" -> false;
            case "cin", "iin" -> true;
            default -> (name.charAt(0) == 'c' || name.charAt(0) == 'i') && name.length() > 2;
        };
    }

    /** Joins as {@code -join} does: dates are in the form of en-US. */
    private static String joined(@Nullable Object items, String separator) {
        List<@Nullable Object> texts = new ArrayList<>();
        Conversion.toList(items).forEach(item -> texts.add(item instanceof Moment moment ? Text.plain(moment) : item));
        return ItemText.joined(texts, separator);
    }

    private interface Change {
        Object of(@Nullable Object one);
    }

    private static Object each(@Nullable Object left, Change change) {
        if (!(left instanceof List<?> items)) {
            return change.of(left);
        }
        List<@Nullable Object> changed = new ArrayList<>();
        items.forEach(item -> changed.add(change.of(item)));
        return changed;
    }

    private static Object filter(@Nullable Object left, Test test) {
        if (!(left instanceof List<?> items)) {
            return test.holds(left);
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (test.holds(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static boolean contains(@Nullable Object items, @Nullable Object wanted, boolean caseSensitive) {
        if (items == null) {
            return wanted == null;
        }
        Object one = joinedOnce(wanted);
        return Conversion.toList(items).stream().anyMatch(item -> Comparison.equal(item, one, caseSensitive));
    }

    /** What many values are compared with: to join a long list for each of them would take its length each time. */
    private static @Nullable Object joinedOnce(@Nullable Object value) {
        return value instanceof List<?> items ? new JoinedOnce(items, () -> Text.of(items)) : value;
    }

    private static boolean holds(
            String plain,
            @Nullable Object left,
            @Nullable Object right,
            boolean caseSensitive,
            Consumer<Hashtable> matches) {
        return switch (plain) {
            case "eq" -> Comparison.equal(left, right, caseSensitive);
            case "ne" -> !Comparison.equal(left, right, caseSensitive);
            case "gt" -> Comparison.order(left, right, caseSensitive) > 0;
            case "ge" -> Comparison.order(left, right, caseSensitive) >= 0;
            case "lt" -> Comparison.order(left, right, caseSensitive) < 0;
            case "le" -> Comparison.order(left, right, caseSensitive) <= 0;
            case "like" -> Wildcard.matches(Text.of(right), Text.of(left), caseSensitive);
            case "notlike" -> !Wildcard.matches(Text.of(right), Text.of(left), caseSensitive);
            case "match" -> matches(left, right, caseSensitive, matches);
            case "notmatch" -> !matches(left, right, caseSensitive, matches);
            default -> throw OperatorErrors.argument("The operator '-" + plain + "' is not supported.");
        };
    }

    private static boolean matches(
            @Nullable Object left, @Nullable Object right, boolean caseSensitive, Consumer<Hashtable> matches) {
        var found = Patterns.match(Text.of(left), Text.of(right), caseSensitive);
        found.ifPresent(matches);
        return found.isPresent();
    }
}
