package io.claviger.cmdlets.operator;

import io.claviger.cmdlets.operator.Methods.Result;
import io.claviger.cmdlets.value.Bounds;
import io.claviger.cmdlets.value.Conversion;
import io.claviger.cmdlets.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of strings; comparisons in them regard case, as in .NET. */
final class TextMethods {

    private TextMethods() {}

    static Optional<Result> call(String text, String method, List<@Nullable Object> arguments) {
        String first = arguments.isEmpty() ? "" : Text.of(arguments.getFirst());
        Object result = switch (method) {
            case "toupper", "toupperinvariant" -> text.toUpperCase(Locale.ROOT);
            case "tolower", "tolowerinvariant" -> text.toLowerCase(Locale.ROOT);
            case "trim" -> trim(text, arguments, true, true);
            case "trimstart" -> trim(text, arguments, true, false);
            case "trimend" -> trim(text, arguments, false, true);
            case "split" -> split(text, arguments);
            case "replace" ->
                first.isEmpty() ? text : replaced(text, first, arguments.size() > 1 ? Text.of(arguments.get(1)) : "");
            case "contains" -> text.contains(first);
            case "startswith" -> text.startsWith(first);
            case "endswith" -> text.endsWith(first);
            case "indexof" -> text.indexOf(first);
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
        return result == null ? Optional.empty() : Optional.of(new Result(result));
    }

    private static String replaced(String text, String old, String by) {
        long count = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            count++;
        }
        Bounds.text(text.length() + count * (by.length() - old.length()));
        return text.replace(old, by);
    }

    private static int number(List<@Nullable Object> arguments, int index) {
        return Conversion.toInteger(index < arguments.size() ? arguments.get(index) : 0);
    }

    private static String padding(String text, List<@Nullable Object> arguments) {
        String with = arguments.size() > 1 ? Text.of(arguments.get(1)) : " ";
        int missing = number(arguments, 0) - text.length();
        if (missing > 1 << 16) {
            throw Problems.argument("The string would be too long.");
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
        if (arguments.isEmpty()) {
            return Patterns.split(text, "\\s", true);
        }
        List<String> separators = new ArrayList<>();
        Conversion.toList(arguments.getFirst()).forEach(one -> separators.add(Pattern.quote(Text.of(one))));
        return Patterns.split(text, String.join("|", separators), true);
    }

    private static List<Object> characters(String text) {
        Bounds.items(text.length());
        return new ArrayList<>(
                text.chars().mapToObj(one -> String.valueOf((char) one)).toList());
    }
}
