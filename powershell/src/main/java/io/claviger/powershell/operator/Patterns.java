package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions: {@code -match}, {@code -replace} and {@code -split}. In Java's dialect, which differs little
 * from .NET's.
 */
public final class Patterns {

    private static final ObjectType MATCH = ObjectType.named("System.Text.RegularExpressions.Match");
    private static final ObjectType GROUP = ObjectType.named("System.Text.RegularExpressions.Group");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Patterns() {}

    private static Pattern compile(String expression, boolean caseSensitive) {
        try {
            return Pattern.compile(expression, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException error) {
            throw OperatorErrors.argument("Invalid pattern '" + expression + "' at offset " + (error.getIndex() + 1)
                    + ". " + error.getDescription() + ".");
        }
    }

    /** The new {@code $Matches}, if the pattern matches. */
    public static Optional<Hashtable> match(String text, String expression, boolean caseSensitive) {
        Pattern pattern = compile(expression, caseSensitive);
        Matcher matcher = pattern.matcher(new LimitedText(text));
        if (!matcher.find()) {
            return Optional.empty();
        }
        Hashtable matches = new Hashtable();
        pattern.namedGroups().forEach((name, group) -> add(matches, name, matcher.group(group)));
        // As in .NET, groups without a name are numbered among themselves.
        int number = 0;
        for (int group = 0; group <= matcher.groupCount(); group++) {
            if (!pattern.namedGroups().containsValue(group)) {
                add(matches, number++, matcher.group(group));
            }
        }
        return Optional.of(matches);
    }

    private static void add(Hashtable matches, Object key, @Nullable String value) {
        if (value != null) {
            matches.put(key, value);
        }
    }

    /** {@code text -replace pattern, replacement}. */
    public static String replace(String text, @Nullable Object operand, boolean caseSensitive) {
        List<@Nullable Object> operands = Conversion.toList(operand);
        if (operands.isEmpty() || operands.size() > 2) {
            throw OperatorErrors.runtime(
                    "BadReplaceArgument",
                    "The -replace operator allows only two elements to follow it, not " + operands.size() + ".");
        }
        Matcher matcher = compile(Text.of(operands.getFirst()), caseSensitive).matcher(new LimitedText(text));
        if (operands.size() > 1 && operands.get(1) instanceof ScriptBlock block) {
            return replaceAll(matcher, block);
        }
        String replacement = operands.size() > 1 ? Text.of(operands.get(1)) : "";
        try {
            return replaceAll(matcher, translated(replacement));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return replaceAll(matcher.reset(), Matcher.quoteReplacement(replacement));
        }
    }

    /** Replaces each match with what the block returns for it; the match is {@code $_} in it. */
    private static String replaceAll(Matcher matcher, ScriptBlock block) {
        StringBuilder made = new StringBuilder();
        while (matcher.find()) {
            List<@Nullable Object> groups = new ArrayList<>();
            for (int group = 0; group <= matcher.groupCount(); group++) {
                groups.add(new ShellObject(GROUP)
                        .with("Value", matcher.group(group))
                        .saying(matcher.group(group)));
            }
            List<@Nullable Object> written = new ArrayList<>();
            block.invokeInPlace(
                    new ShellObject(MATCH)
                            .with("Groups", groups)
                            .with("Index", matcher.start())
                            .with("Length", matcher.end() - matcher.start())
                            .with("Value", matcher.group())
                            .saying(matcher.group()),
                    written::add);
            matcher.appendReplacement(made, Matcher.quoteReplacement(ItemText.joined(written, " ")));
            Bounds.text(made.length());
        }
        return matcher.appendTail(made).toString();
    }

    private static String replaceAll(Matcher matcher, String replacement) {
        StringBuilder made = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(made, replacement);
            Bounds.text(made.length());
        }
        return matcher.appendTail(made).toString();
    }

    /** A replacement in Java's notation, from .NET's. */
    private static String translated(String replacement) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char here = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : '\0';
            if (here == '\\') {
                made.append("\\\\");
            } else if (here == '$' && next == '$') {
                made.append("\\$");
                i++;
            } else if (here == '$' && next == '&') {
                made.append("$0");
                i++;
            } else if (here == '$' && !Character.isDigit(next) && next != '{') {
                made.append("\\$");
            } else {
                made.append(here);
            }
        }
        return made.toString();
    }

    /** {@code text -split pattern[, most]}. */
    public static List<Object> split(String text, @Nullable Object operand, boolean caseSensitive) {
        List<@Nullable Object> operands = Conversion.toList(operand);
        if (operands.isEmpty()) {
            throw OperatorErrors.argument("The -split operator needs a pattern.");
        }
        int most = operands.size() > 1 ? Conversion.toInteger(operands.get(1)) : 0;
        Pattern pattern = compile(Text.of(operands.getFirst()), caseSensitive);
        return parts(text, pattern, most <= 0 ? Integer.MAX_VALUE : most);
    }

    private static List<Object> parts(String text, Pattern pattern, int most) {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = pattern.matcher(new LimitedText(text));
        int from = 0;
        while (parts.size() < most - 1 && matcher.find()) {
            parts.add(text.substring(from, matcher.start()));
            from = matcher.end();
            Bounds.items(parts.size());
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** {@code -split text}, which splits at blanks. */
    public static List<Object> words(String text) {
        return text.isBlank() ? List.of("") : parts(text.strip(), BLANKS, Integer.MAX_VALUE);
    }
}
