package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code text -split pattern, count, options} and {@code text -split { block }, count}, as <a
 * href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_split">about_Split</a> has
 * them. Groups of the pattern stay in the result; a negative count is counted from the end.
 */
final class Splitting {

    private static final String TEXTS = "System.String[]";

    private Splitting() {}

    /** The texts split one by one, in one list. */
    static List<@Nullable Object> of(
            List<? extends @Nullable Object> texts, @Nullable Object operand, boolean caseSensitive) {
        List<@Nullable Object> operands = Conversion.toList(operand);
        if (operands.isEmpty()) {
            throw OperatorErrors.argument("The -split operator needs a pattern.");
        }
        int most = operands.size() > 1 ? Conversion.toInteger(operands.get(1)) : 0;
        List<@Nullable Object> parts = new TypedList(TEXTS, List.of());
        for (Object text : texts) {
            List<String> all = operands.getFirst() instanceof ScriptBlock block
                    ? byBlock(Text.of(text), block, most)
                    : byPattern(Text.of(text), regex(operands, caseSensitive), most);
            parts.addAll(all);
            Bounds.items(parts.size());
        }
        return parts;
    }

    private static Regex regex(List<@Nullable Object> operands, boolean caseSensitive) {
        Set<String> options = new HashSet<>();
        for (Object option : operands.subList(Math.min(2, operands.size()), operands.size())) {
            for (String word : Text.of(option).toLowerCase(Locale.ROOT).split("[, ]+", -1)) {
                options.add(word);
            }
        }
        String pattern = Text.of(operands.getFirst());
        if (!caseSensitive) {
            options.add("ignorecase");
        }
        try {
            return options.contains("simplematch") ? Regex.of(quoted(pattern), options) : Regex.of(pattern, options);
        } catch (PatternError error) {
            throw OperatorErrors.stopped("System.Text.RegularExpressions.RegexParseException", error.sentence());
        }
    }

    /** A text as a pattern for itself. */
    static String quoted(String text) {
        return text.replaceAll("[\\\\*+?|{\\[()^$.#]", "\\\\$0")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** Splits at the matches of a pattern; with at most so many parts, or so many from the end if negative. */
    static List<String> byPattern(String text, Regex regex, int most) {
        List<int[]> places = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        Matcher matcher = regex.in(text);
        while (matcher.find() && (most <= 0 || places.size() < most - 1)) {
            places.add(new int[] {matcher.start(), matcher.end()});
            groups.add(regex.parts(matcher));
            Bounds.items(places.size());
        }
        int first = most < 0 ? Math.max(0, places.size() - (-most - 1)) : 0;
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = first; i < places.size(); i++) {
            parts.add(text.substring(from, places.get(i)[0]));
            parts.addAll(groups.get(i));
            from = places.get(i)[1];
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> byBlock(String text, ScriptBlock block, int most) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length() && (most <= 0 || places.size() < most - 1); i++) {
            List<@Nullable Object> written = new ArrayList<>();
            block.invokeInPlace(text.substring(i, i + 1), written::add);
            if (Conversion.isTrue(written)) {
                places.add(i);
            }
        }
        int first = most < 0 ? Math.max(0, places.size() - (-most - 1)) : 0;
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int place : places.subList(first, places.size())) {
            parts.add(text.substring(from, place));
            from = place + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static final class Blanks {
        static final Pattern SOME = Pattern.compile("\\s+");
    }

    static List<@Nullable Object> words(String text) {
        return new TypedList(TEXTS, text.isBlank() ? List.of("") : List.of(Blanks.SOME.split(text.strip(), -1)));
    }
}
