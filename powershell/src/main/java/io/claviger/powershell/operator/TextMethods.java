package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of strings. They compare with regard to case, as in .NET. */
final class TextMethods {

    private TextMethods() {}

    /** The highest number of arguments of each. */
    private static final Map<String, Integer> MOST = Map.ofEntries(
            Map.entry("toupper", 0),
            Map.entry("toupperinvariant", 0),
            Map.entry("tolower", 0),
            Map.entry("tolowerinvariant", 0),
            Map.entry("split", 3),
            Map.entry("replace", 3),
            Map.entry("contains", 2),
            Map.entry("startswith", 2),
            Map.entry("endswith", 2),
            Map.entry("indexof", 3),
            Map.entry("lastindexof", 1),
            Map.entry("substring", 2),
            Map.entry("insert", 2),
            Map.entry("remove", 2),
            Map.entry("padleft", 2),
            Map.entry("padright", 2),
            Map.entry("tochararray", 0));

    static Optional<MethodResult> call(String text, String method, List<@Nullable Object> arguments) {
        if (arguments.size() > MOST.getOrDefault(method, Integer.MAX_VALUE)) {
            throw OperatorErrors.noOverload(method, arguments.size());
        }
        String first = arguments.isEmpty() ? "" : Text.of(arguments.getFirst());
        Object result = switch (method) {
            case "toupper", "toupperinvariant" -> text.toUpperCase(Locale.ROOT);
            case "tolower", "tolowerinvariant" -> text.toLowerCase(Locale.ROOT);
            case "trim" -> trim(text, arguments, true, true);
            case "trimstart" -> trim(text, arguments, true, false);
            case "trimend" -> trim(text, arguments, false, true);
            case "split" -> split(text, arguments);
            case "replace" -> {
                boolean any = ignoresCase(arguments, 2);
                yield first.isEmpty()
                        ? text
                        : replaced(text, first, arguments.size() > 1 ? Text.of(arguments.get(1)) : "", any);
            }
            case "contains" -> place(text, first, 0, ignoresCase(arguments, 1)) >= 0;
            case "startswith" -> text.regionMatches(ignoresCase(arguments, 1), 0, first, 0, first.length());
            case "endswith" ->
                text.regionMatches(ignoresCase(arguments, 1), text.length() - first.length(), first, 0, first.length());
            case "indexof" -> {
                boolean from = arguments.size() > 1 && arguments.get(1) instanceof Number;
                yield place(text, first, from ? number(arguments, 1) : 0, ignoresCase(arguments, from ? 2 : 1));
            }
            case "lastindexof" -> text.lastIndexOf(first);
            case "substring" ->
                arguments.size() > 1
                        ? text.substring(
                                number(arguments, 0), Math.addExact(number(arguments, 0), number(arguments, 1)))
                        : text.substring(number(arguments, 0));
            case "insert" ->
                text.substring(0, number(arguments, 0))
                        + (arguments.size() > 1 ? Text.of(arguments.get(1)) : "")
                        + text.substring(number(arguments, 0));
            case "remove" ->
                text.substring(0, number(arguments, 0))
                        + (arguments.size() > 1
                                ? text.substring(Math.addExact(number(arguments, 0), number(arguments, 1)))
                                : "");
            case "padleft" -> padding(text, arguments) + text;
            case "padright" -> text + padding(text, arguments);
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
    private static boolean ignoresCase(List<@Nullable Object> arguments, int at) {
        return at < arguments.size()
                && switch (Text.of(arguments.get(at)).toLowerCase(Locale.ROOT)) {
                    case "ordinalignorecase", "currentcultureignorecase", "invariantcultureignorecase" -> true;
                    case "ordinal", "currentculture", "invariantculture" -> false;
                    default ->
                        throw OperatorErrors.argument("There is no comparison '" + Text.of(arguments.get(at)) + "'.");
                };
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

    private static int number(List<@Nullable Object> arguments, int index) {
        return Conversion.toInteger(index < arguments.size() ? arguments.get(index) : 0);
    }

    private static String padding(String text, List<@Nullable Object> arguments) {
        String with = arguments.size() > 1 ? Text.of(arguments.get(1)) : " ";
        int missing = number(arguments, 0) - text.length();
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

    private static List<Object> split(String text, List<@Nullable Object> arguments) {
        List<String> separators = new ArrayList<>();
        Conversion.toList(arguments.isEmpty() ? "" : arguments.getFirst())
                .forEach(one -> separators.add(Pattern.quote(Text.of(one))));
        int most = 0;
        String options = "";
        for (Object further : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            if (further instanceof Number count) {
                most = Conversion.toInteger(count);
            } else {
                options += Text.of(further).toLowerCase(Locale.ROOT);
            }
        }
        List<@Nullable Object> operands = new ArrayList<>();
        boolean blanks = arguments.isEmpty() || separators.equals(List.of(Pattern.quote("")));
        operands.add(blanks ? "\\s" : String.join("|", separators));
        operands.add(most);
        List<Object> parts = Patterns.split(text, operands, true);
        if (options.contains("trimentries")) {
            parts.replaceAll(part -> Text.of(part).strip());
        }
        if (options.contains("removeemptyentries")) {
            parts.removeIf(part -> Text.of(part).isEmpty());
        }
        return parts;
    }

    private static List<Object> characters(String text) {
        Bounds.items(text.length());
        return new ArrayList<>(
                text.chars().mapToObj(one -> String.valueOf((char) one)).toList());
    }
}
