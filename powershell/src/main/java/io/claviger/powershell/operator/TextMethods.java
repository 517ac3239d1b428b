package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of strings. They compare with regard to case, as in .NET. */
final class TextMethods {

    private TextMethods() {}

    /** The lowest and the highest number of arguments of each. */
    private record Count(int least, int most) {}

    private static final Map<String, Count> COUNTS = Map.ofEntries(
            Map.entry("toupper", new Count(0, 1)),
            Map.entry("toupperinvariant", new Count(0, 0)),
            Map.entry("tolower", new Count(0, 1)),
            Map.entry("tolowerinvariant", new Count(0, 0)),
            Map.entry("split", new Count(0, 3)),
            Map.entry("replace", new Count(2, 3)),
            Map.entry("contains", new Count(1, 2)),
            Map.entry("startswith", new Count(1, 3)),
            Map.entry("endswith", new Count(1, 3)),
            Map.entry("indexof", new Count(1, 3)),
            Map.entry("lastindexof", new Count(1, 1)),
            Map.entry("substring", new Count(1, 2)),
            Map.entry("insert", new Count(2, 2)),
            Map.entry("remove", new Count(1, 2)),
            Map.entry("padleft", new Count(1, 2)),
            Map.entry("padright", new Count(1, 2)),
            Map.entry("tochararray", new Count(0, 0)));

    static Optional<MethodResult> call(String text, String name, List<@Nullable Object> arguments) {
        String method = name.toLowerCase(Locale.ROOT);
        Count count = COUNTS.get(method);
        if (count != null && (arguments.size() < count.least() || arguments.size() > count.most())) {
            throw OperatorErrors.noOverload(name, arguments.size());
        }
        String first = arguments.isEmpty() ? "" : Text.of(arguments.getFirst());
        Object result = switch (method) {
            case "toupper", "toupperinvariant" -> text.toUpperCase(Locale.ROOT);
            case "tolower", "tolowerinvariant" -> text.toLowerCase(Locale.ROOT);
            case "trim" -> trim(text, arguments, true, true);
            case "trimstart" -> trim(text, arguments, true, false);
            case "trimend" -> trim(text, arguments, false, true);
            case "split" -> TextParts.split(text, arguments);
            case "replace" -> {
                boolean any = ignoresCase(name, arguments, 2);
                if (first.isEmpty()) {
                    throw OperatorErrors.thrown(
                            name,
                            arguments.size(),
                            "ArgumentException",
                            "The value cannot be an empty string. (Parameter 'oldValue')");
                }
                yield replaced(text, first, Text.of(arguments.get(1)), any);
            }
            case "contains" -> place(text, first, 0, ignoresCase(name, arguments, 1)) >= 0;
            case "startswith" -> text.regionMatches(ignoresCase(name, arguments, 1), 0, first, 0, first.length());
            case "endswith" ->
                text.regionMatches(
                        ignoresCase(name, arguments, 1), text.length() - first.length(), first, 0, first.length());
            case "indexof" -> {
                boolean from = arguments.size() > 1 && !(arguments.get(1) instanceof Enumerated);
                int start = from ? MethodArguments.whole(name, "startIndex", arguments, 1) : 0;
                yield place(text, first, start, ignoresCase(name, arguments, from ? 2 : 1));
            }
            case "lastindexof" -> text.lastIndexOf(first);
            case "substring", "remove", "insert" -> TextParts.call(text, name, arguments);
            case "padleft" -> padding(name, text, arguments) + text;
            case "padright" -> text + padding(name, text, arguments);
            case "tochararray" -> characters(text);
            default -> null;
        };
        if (result instanceof String made) {
            Bounds.text(made.length());
        }
        return result == null ? Optional.empty() : Optional.of(new MethodResult(result));
    }

    /** The place of a text, at or after another place; -1 if it is not there. */
    private static int place(String text, String wanted, int from, boolean anyCase) {
        if (!anyCase) {
            return text.indexOf(wanted, from);
        }
        for (int at = from; at <= text.length() - wanted.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the last argument, which may be missing, is a comparison without regard to case. */
    private static boolean ignoresCase(String method, List<@Nullable Object> arguments, int at) {
        if (at >= arguments.size() || arguments.get(at) instanceof Boolean) {
            return at < arguments.size() && Conversion.isTrue(arguments.get(at));
        }
        try {
            return Enumerations.cast("System.StringComparison", arguments.get(at))
                    .name()
                    .endsWith("IgnoreCase");
        } catch (TerminatingError error) {
            throw OperatorErrors.argument(
                    "comparisonType", arguments.get(at), method, "System.StringComparison", error);
        }
    }

    private static String replaced(String text, String old, String by, boolean anyCase) {
        StringBuilder made = new StringBuilder();
        int from = 0;
        int at = place(text, old, 0, anyCase);
        while (at >= 0) {
            made.append(text, from, at).append(by);
            Bounds.text(made.length());
            from = at + old.length();
            at = place(text, old, from, anyCase);
        }
        return made.append(text, from, text.length()).toString();
    }

    private static String padding(String name, String text, List<@Nullable Object> arguments) {
        String with = arguments.size() > 1 ? Text.of(arguments.get(1)) : " ";
        int width = MethodArguments.whole(name, "totalWidth", arguments, 0);
        if (width < 0) {
            throw MethodProblem.range("Non-negative number required.", "totalWidth");
        }
        int missing = width - text.length();
        if (missing > 1 << 16) {
            throw OperatorErrors.argument("The string would be too long.");
        }
        return with.repeat(Math.max(0, missing));
    }

    private static String trim(String text, List<@Nullable Object> arguments, boolean start, boolean end) {
        StringBuilder characters = new StringBuilder();
        arguments.forEach(argument -> Conversion.toList(argument).forEach(one -> characters.append(Text.of(one))));
        int from = 0;
        int to = text.length();
        while (start && from < to && trims(text.charAt(from), characters)) {
            from++;
        }
        while (end && to > from && trims(text.charAt(to - 1), characters)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean trims(char one, StringBuilder characters) {
        return characters.isEmpty() ? Character.isWhitespace(one) : characters.indexOf(String.valueOf(one)) >= 0;
    }

    private static TypedList characters(String text) {
        Bounds.items(text.length());
        return new TypedList(
                "System.Char[]", text.chars().mapToObj(one -> (char) one).toList());
    }
}
