package io.claviger.powershell.operator;

import io.claviger.powershell.value.TypedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds patterns in lines, as {@code Select-String} does. */
public final class LineMatcher {

    /**
     * What was found in a line.
     *
     * @param pattern the first pattern that matches
     * @param matches the matches, as a script sees them
     */
    public record Found(String pattern, List<@Nullable Object> matches) {}

    private record Wanted(String written, Regex regex) {}

    private final List<Wanted> patterns;

    /**
     * Compiles the patterns.
     *
     * @param patterns regular expressions, or texts
     * @param plain whether they are texts
     * @param caseSensitive whether case counts
     */
    public LineMatcher(List<String> patterns, boolean plain, boolean caseSensitive) {
        this.patterns = patterns.stream()
                .map(one -> new Wanted(one, Patterns.compile(plain ? Splitting.quoted(one) : one, caseSensitive)))
                .toList();
    }

    /** The first pattern that matches, with its first match or all of them. */
    public Optional<Found> in(String line, boolean all) {
        for (Wanted wanted : patterns) {
            List<@Nullable Object> matches = RegexObjects.matches(wanted.regex(), line);
            if (!matches.isEmpty()) {
                List<@Nullable Object> kept = all ? matches : matches.subList(0, 1);
                return Optional.of(
                        new Found(wanted.written(), new TypedList("System.Text.RegularExpressions.Match[]", kept)));
            }
        }
        return Optional.empty();
    }
}
