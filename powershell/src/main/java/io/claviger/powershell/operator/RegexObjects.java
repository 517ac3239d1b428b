package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * {@code [regex]} as a type, as an object and in its static methods, with the matches and groups that they give: <a
 * href="https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.regex">Regex</a>.
 */
public final class RegexObjects {

    static final String TYPE = "System.Text.RegularExpressions.Regex";
    private static final ObjectType REGEX = ObjectType.named(TYPE);

    private RegexObjects() {}

    /** An expression as an object. */
    static ShellObject object(String expression, @Nullable Object options) {
        try {
            Regex regex = Regex.of(expression, options(options));
            return new ShellObject(REGEX)
                    .with("Options", options == null ? "None" : Text.of(options))
                    .with("RightToLeft", false)
                    .carrying(regex)
                    .saying(expression);
        } catch (PatternError error) {
            throw Conversion.impossible(expression, TYPE, error.sentence());
        }
    }

    private static Set<String> options(@Nullable Object options) {
        Set<String> words = new HashSet<>();
        for (Object one : Conversion.toList(options)) {
            for (String word : Text.of(one).toLowerCase(Locale.ROOT).split("[, ]+", -1)) {
                words.add(word);
            }
        }
        return words;
    }

    /** A method of an expression; empty if it has no such method. */
    static Optional<MethodResult> call(Regex regex, String name, List<@Nullable Object> arguments) {
        String text = arguments.isEmpty() ? "" : Text.of(arguments.getFirst());
        Object result = switch (name.toLowerCase(Locale.ROOT)) {
            case "ismatch" -> regex.in(text).find();
            case "match" -> first(regex, text);
            case "matches" -> matches(regex, text);
            case "replace" -> replaced(regex, text, arguments);
            case "split" ->
                new TypedList(
                        "System.String[]",
                        Splitting.byPattern(
                                text, regex, arguments.size() > 1 ? Conversion.toInteger(arguments.get(1)) : 0));
            case "getgroupnames" -> new TypedList("System.String[]", regex.groups());
            default -> null;
        };
        return result == null ? Optional.empty() : Optional.of(new MethodResult(result));
    }

    /** A static method, whose second argument is the expression; empty if there is no such method. */
    static Optional<MethodResult> callStatic(String name, List<@Nullable Object> arguments) {
        String method = name.toLowerCase(Locale.ROOT);
        switch (method) {
            case "escape" -> {
                return Optional.of(
                        new MethodResult(Splitting.quoted(Text.of(arguments.isEmpty() ? "" : arguments.getFirst()))
                                .replace(" ", "\\ ")));
            }
            case "unescape" -> {
                return Optional.of(new MethodResult(
                        Text.of(arguments.isEmpty() ? "" : arguments.getFirst()).replaceAll("\\\\(.)", "$1")));
            }
            case "ismatch", "match", "matches", "replace", "split" -> {
                // They take an expression.
            }
            default -> {
                return Optional.empty();
            }
        }
        int own = method.equals("replace") ? 3 : 2;
        if (arguments.size() < own || arguments.size() > own + 1) {
            throw OperatorErrors.noOverload(name, arguments.size());
        }
        List<@Nullable Object> rest = new ArrayList<>(arguments);
        Object expression = rest.remove(1);
        Object options = rest.size() == own ? rest.removeLast() : null;
        try {
            return call(Regex.of(Text.of(expression), options(options)), name, rest);
        } catch (PatternError error) {
            throw OperatorErrors.thrown(name, arguments.size(), "ArgumentException", error.sentence());
        }
    }

    private static String replaced(Regex regex, String text, List<@Nullable Object> arguments) {
        Object by = arguments.size() > 1 ? arguments.get(1) : null;
        if (by instanceof ScriptBlock block) {
            return Patterns.replaceAll(regex, text, block, true);
        }
        int most = arguments.size() > 2 ? Conversion.toInteger(arguments.get(2)) : Integer.MAX_VALUE;
        return new Replacement(regex, Text.of(by)).in(text, most < 0 ? Integer.MAX_VALUE : most);
    }

    private static ShellObject first(Regex regex, String text) {
        Matcher matcher = regex.in(text);
        return matcher.find() ? MatchObjects.match(regex, matcher) : MatchObjects.none(regex);
    }

    /** All matches in a text. */
    public static List<@Nullable Object> matches(Regex regex, String text) {
        List<@Nullable Object> found = new TypedList("System.Text.RegularExpressions.MatchCollection", List.of());
        Matcher matcher = regex.in(text);
        while (matcher.find()) {
            found.add(MatchObjects.match(regex, matcher));
        }
        return found;
    }
}
