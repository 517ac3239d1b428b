package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of texts that take parts of them: {@code Substring}, {@code Remove}, {@code Insert} and {@code Split}. */
final class TextParts {

    private static final String RANGE = "ArgumentOutOfRangeException";

    private TextParts() {}

    static String call(String text, String name, List<@Nullable Object> arguments) {
        String method = name.toLowerCase(Locale.ROOT);
        int start = MethodArguments.whole(name, "startIndex", arguments, 0);
        if (method.equals("insert")) {
            if (start < 0 || start > text.length()) {
                throw OperatorErrors.thrown(
                        name,
                        2,
                        RANGE,
                        "Specified argument was out of the range of valid values. (Parameter 'startIndex')");
            }
            return text.substring(0, start) + Text.of(arguments.get(1)) + text.substring(start);
        }
        String counted = method.equals("substring") ? "length" : "count";
        int size = arguments.size() > 1
                ? MethodArguments.whole(name, counted, arguments, 1)
                : Math.max(0, text.length() - start);
        String why = wrong(text, start, size, counted);
        if (!why.isEmpty()) {
            throw OperatorErrors.thrown(name, arguments.size(), RANGE, why);
        }
        return method.equals("substring")
                ? text.substring(start, start + size)
                : text.substring(0, start) + text.substring(start + size);
    }

    private static String wrong(String text, int start, int size, String counted) {
        if (start < 0) {
            return "StartIndex cannot be less than zero. (Parameter 'startIndex')";
        }
        if (start > text.length()) {
            return "startIndex cannot be larger than length of string. (Parameter 'startIndex')";
        }
        if (size < 0) {
            String label = counted.substring(0, 1).toUpperCase(Locale.ROOT) + counted.substring(1);
            return label + " cannot be less than zero. (Parameter '" + counted + "')";
        }
        return (long) start + size > text.length()
                ? "Index and " + counted + " must refer to a location within the string. (Parameter '" + counted + "')"
                : "";
    }

    static TypedList split(String text, List<@Nullable Object> arguments) {
        int most = Integer.MAX_VALUE;
        String options = "";
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Enumerated || i == 2) {
                options += Text.of(arguments.get(i)).toLowerCase(Locale.ROOT);
            } else {
                most = count(arguments.get(i));
            }
        }
        List<String> parts = new ArrayList<>(Splitting.byPattern(text, separators(arguments), 0));
        boolean trims = options.contains("trimentries");
        boolean drops = options.contains("removeemptyentries");
        List<String> kept = new ArrayList<>();
        int at = 0;
        for (String part : parts) {
            String shown = trims ? part.strip() : part;
            if (kept.size() == most - 1) {
                kept.add(trims ? text.substring(at).strip() : text.substring(at));
                break;
            }
            if (!drops || !shown.isEmpty()) {
                kept.add(shown);
            }
            at += part.length() + separatorAt(text, at + part.length(), arguments);
        }
        return new TypedList("System.String[]", most == 0 ? List.of() : kept);
    }

    private static int separatorAt(String text, int at, List<@Nullable Object> arguments) {
        var matcher = separators(arguments).in(text);
        return matcher.find(Math.min(at, text.length())) && matcher.start() == at ? matcher.end() - at : 0;
    }

    private static int count(@Nullable Object value) {
        try {
            return Conversion.toInteger(value);
        } catch (TerminatingError error) {
            throw OperatorErrors.argument("count", value, "Split", "System.Int32", error);
        }
    }

    private static Regex separators(List<@Nullable Object> arguments) {
        List<String> separators = new ArrayList<>();
        Object first = arguments.isEmpty() ? "" : arguments.getFirst();
        // An array of objects becomes one text, as everywhere where .NET takes a text.
        if (first instanceof TypedList list) {
            list.forEach(one -> separators.add(Splitting.quoted(Text.of(one))));
        } else {
            separators.add(Splitting.quoted(Text.of(first)));
        }
        boolean blanks = separators.stream().allMatch(String::isEmpty);
        return Regex.of(blanks ? "\\s" : String.join("|", separators), Set.of());
    }
}
