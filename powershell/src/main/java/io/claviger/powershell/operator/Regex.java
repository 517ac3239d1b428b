package io.claviger.powershell.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A compiled regular expression of .NET's, with its groups as .NET numbers them. Safe for several threads. */
public final class Regex {

    private static final int MOST_REMEMBERED = 64;

    /** Loops use the same few expressions again and again. */
    private static final Map<String, Regex> REMEMBERED = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Regex> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private final String source;
    private final Pattern pattern;
    private final PatternGroups groups;

    private Regex(String source, Pattern pattern, PatternGroups groups) {
        this.source = source;
        this.pattern = pattern;
        this.groups = groups;
    }

    /**
     * Compiles an expression.
     *
     * @param options in lower case: {@code ignorecase}, {@code multiline}, {@code singleline},
     *     {@code ignorepatternwhitespace}
     * @throws PatternError if it is none
     */
    static Regex of(String expression, Set<String> options) {
        String key = options + " " + expression;
        synchronized (REMEMBERED) {
            Regex known = REMEMBERED.get(key);
            if (known != null) {
                return known;
            }
        }
        Regex made = compile(expression, options);
        synchronized (REMEMBERED) {
            REMEMBERED.put(key, made);
        }
        return made;
    }

    private static Regex compile(String expression, Set<String> options) {
        PatternGroups groups = new PatternGroups(expression);
        int flags = Pattern.UNIX_LINES
                | Pattern.UNICODE_CHARACTER_CLASS
                | (options.contains("ignorecase") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (options.contains("multiline") ? Pattern.MULTILINE : 0)
                | (options.contains("singleline") ? Pattern.DOTALL : 0)
                | (options.contains("ignorepatternwhitespace") ? Pattern.COMMENTS : 0);
        try {
            return new Regex(expression, Pattern.compile(PatternTranslation.of(expression, groups), flags), groups);
        } catch (PatternSyntaxException error) {
            throw new PatternError(expression, Math.max(0, error.getIndex()), error.getDescription() + ".");
        }
    }

    /** The expression as it was written. */
    public String source() {
        return source;
    }

    /** Matches in a text, which ends with an error if it takes too long. */
    Matcher in(CharSequence text) {
        return pattern.matcher(new LimitedText(text));
    }

    /** The names and numbers of its groups, beginning with 0. */
    List<String> groups() {
        return groups.all();
    }

    /** The text that a group matched; {@code null} if it has no part in the match, or there is no such group. */
    @Nullable
    String group(Matcher found, String nameOrNumber) {
        int place = groups.place(nameOrNumber);
        return place < 0 ? null : found.group(place);
    }

    /** Whether there is such a group. */
    boolean has(String nameOrNumber) {
        return groups.place(nameOrNumber) >= 0;
    }

    /** The first character of a group's match; -1 if it has no part in it. */
    int start(Matcher found, String nameOrNumber) {
        return found.start(groups.place(nameOrNumber));
    }

    /** What the groups matched, without the whole, of those that have a part in the match. */
    List<String> parts(Matcher found) {
        List<String> parts = new ArrayList<>();
        for (String group : groups().subList(1, groups().size())) {
            String part = group(found, group);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }
}
