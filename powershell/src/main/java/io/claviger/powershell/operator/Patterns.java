package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Regular expressions: {@code -match} and {@code -replace}. In .NET's dialect. */
public final class Patterns {

    private Patterns() {}

    /** The expression of an operator, whose errors stop the statement. */
    static Regex compile(String expression, boolean caseSensitive) {
        try {
            return Regex.of(expression, caseSensitive ? Set.of() : Set.of("ignorecase"));
        } catch (PatternError error) {
            throw OperatorErrors.stopped("System.Text.RegularExpressions.RegexParseException", error.sentence());
        }
    }

    /** The new {@code $Matches}, if the pattern matches. */
    public static Optional<Hashtable> match(String text, String expression, boolean caseSensitive) {
        Regex regex = compile(expression, caseSensitive);
        Matcher matcher = regex.in(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Hashtable matches = new Hashtable();
        for (String group : regex.groups()) {
            String part = regex.group(matcher, group);
            if (part != null) {
                boolean numbered = group.chars().allMatch(Character::isDigit);
                matches.put(numbered ? (Object) Integer.valueOf(group) : group, part);
            }
        }
        return Optional.of(matches);
    }

    /** {@code -replace pattern, replacement}, which is read once, however many texts it is applied to. */
    public static UnaryOperator<String> replacing(@Nullable Object operand, boolean caseSensitive) {
        List<@Nullable Object> operands = Conversion.toList(operand);
        if (operands.isEmpty() || operands.size() > 2) {
            throw OperatorErrors.runtime(
                    "BadReplaceArgument",
                    "The -replace operator allows only two elements to follow it, not " + operands.size() + ".");
        }
        Regex regex;
        String expression = Text.of(operands.getFirst());
        try {
            regex = Regex.of(expression, caseSensitive ? Set.of() : Set.of("ignorecase"));
        } catch (PatternError _) {
            throw OperatorErrors.runtime(
                    "InvalidRegularExpression", "The regular expression pattern " + expression + " is not valid.");
        }
        if (operands.size() > 1 && operands.get(1) instanceof ScriptBlock block) {
            return text -> replaceAll(regex, text, block, false);
        }
        Replacement replacement = new Replacement(regex, operands.size() > 1 ? Text.of(operands.get(1)) : "");
        return text -> replacement.in(text, Integer.MAX_VALUE);
    }

    /**
     * Replaces each match with what the block returns for it.
     *
     * @param asArgument whether the match is the block's argument, else it is {@code $_} in it
     */
    static String replaceAll(Regex regex, String text, ScriptBlock block, boolean asArgument) {
        Matcher matcher = regex.in(text);
        StringBuilder made = new StringBuilder();
        while (matcher.find()) {
            List<@Nullable Object> written = new ArrayList<>();
            Object match = MatchObjects.match(regex, matcher);
            if (asArgument) {
                block.invoke(null, List.of(match), written::add);
            } else {
                block.invokeInPlace(match, written::add);
            }
            matcher.appendReplacement(made, Matcher.quoteReplacement(ItemText.joined(written, " ")));
            Bounds.text(made.length());
        }
        return matcher.appendTail(made).toString();
    }

    /** {@code -split text}, which splits at blanks. */
    public static List<@Nullable Object> words(String text) {
        return Splitting.words(text);
    }
}
