package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.CommonParameters;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The completions at a place of a line: commands, parameters, parameters' values, variables and their members. Never
 * throws.
 *
 * @param start where the word begins that the candidates replace
 * @param candidates whole words that begin with what is there, without regard to case
 */
public record Suggestions(int start, List<String> candidates) {

    private static final String ENVIRONMENT = "$env:";
    private static final String SEPARATORS = "|;({}=&\n";

    /** Keeps its own copy. */
    public Suggestions {
        candidates = List.copyOf(candidates);
    }

    /**
     * A word of a command.
     *
     * @param goesOn whether a comma stands before it
     */
    private record Word(int start, String text, boolean goesOn) {}

    /** The candidates at a place. */
    public static Suggestions at(SessionState session, String line, int cursor) {
        String before = line.substring(0, Math.clamp(cursor, 0, line.length()));
        List<Word> words = words(before);
        boolean begins = words.isEmpty()
                || before.length()
                        > words.getLast().start() + words.getLast().text().length();
        Word last =
                begins ? new Word(before.length(), "", before.stripTrailing().endsWith(",")) : words.removeLast();
        if (last.text().startsWith("$")) {
            return fitting(last, ofVariable(last.text(), before, session));
        }
        if (words.isEmpty()) {
            return fitting(last, new ArrayList<>(session.commands()));
        }
        return session.command(words.getFirst().text())
                .map(cmdlet -> ofCommand(
                        session, cmdlet, words, last, PipelineHeads.at(before).pipeline()))
                .orElseGet(() -> new Suggestions(last.start(), List.of()));
    }

    private static List<String> ofVariable(String word, String before, SessionState session) {
        if (word.indexOf('.') >= 0) {
            return PropertyNames.members(word, PipelineHeads.at(before).block(), session);
        }
        return word.toLowerCase(Locale.ROOT).startsWith(ENVIRONMENT)
                ? session.environment().keySet().stream()
                        .sorted()
                        .map(name -> ENVIRONMENT + name)
                        .toList()
                : session.variables(word.substring(1)).stream()
                        .map(name -> "$" + name)
                        .toList();
    }

    private static Suggestions ofCommand(
            SessionState session, CmdletDescription description, List<Word> words, Word last, String head) {
        List<Parameter> all = new ArrayList<>(description.parameters());
        all.addAll(CommonParameters.of(description.impact()));
        if (last.text().startsWith("-")) {
            return fitting(last, all.stream().map(one -> "-" + one.name()).toList());
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        @Nullable Parameter open = null;
        @Nullable Parameter latest = null;
        int position = 0;
        for (Word word : words.subList(1, words.size())) {
            if (word.text().startsWith("-") && word.text().length() > 1) {
                open = named(all, word.text().substring(1))
                        .filter(one -> !one.type().isSwitch())
                        .orElse(null);
            } else if (!word.goesOn()) {
                latest = open == null ? positional(description, position++).orElse(null) : open;
                open = null;
                if (latest != null) {
                    bound.put(latest.name(), unquoted(word.text()));
                }
            }
        }
        Optional<Parameter> next = open == null ? positional(description, position) : Optional.of(open);
        Optional<Parameter> wanted = last.goesOn() ? Optional.ofNullable(latest) : next;
        return wanted.map(one -> fitting(
                        last,
                        PropertyNames.areTakenBy(one.name())
                                ? PropertyNames.of(head, session)
                                : values(one, bound, session)))
                .orElseGet(() -> new Suggestions(last.start(), List.of()));
    }

    private static List<String> values(Parameter parameter, Map<String, @Nullable Object> bound, SessionState session) {
        if (parameter.type().name().equals("System.Boolean")) {
            return List.of("$true", "$false");
        }
        return parameter.completion().values(new Arguments(bound, ""), session).stream()
                .map(Suggestions::quoted)
                .toList();
    }

    private static Optional<Parameter> named(List<Parameter> all, String name) {
        try {
            return Optional.of(Binder.named(all, name));
        } catch (TerminatingError _) {
            return Optional.empty();
        }
    }

    private static Optional<Parameter> positional(CmdletDescription description, int position) {
        // If a script block is possible too, a word is not one.
        return description.parameters().stream()
                .filter(one -> one.position() == position)
                .min(Comparator.comparing(one -> one.type().name().endsWith(".ScriptBlock")));
    }

    private static Suggestions fitting(Word word, List<String> candidates) {
        String wanted = unquoted(word.text()).toLowerCase(Locale.ROOT);
        return new Suggestions(
                word.start(),
                candidates.stream()
                        .filter(one -> unquoted(one).toLowerCase(Locale.ROOT).startsWith(wanted))
                        .toList());
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty()
                && value.chars().allMatch(one -> Character.isLetterOrDigit(one) || "-_./:+=@*".indexOf(one) >= 0)
                && value.charAt(0) != '-'
                && value.charAt(0) != '@';
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    private static String unquoted(String value) {
        boolean quoted = !value.isEmpty() && (value.charAt(0) == '\'' || value.charAt(0) == '"');
        if (!quoted) {
            return value;
        }
        String inner = value.substring(1);
        String quote = value.substring(0, 1);
        return (inner.endsWith(quote) ? inner.substring(0, inner.length() - 1) : inner).replace(quote + quote, quote);
    }

    /** The words of the command that the text ends in. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        char quote = '\0';
        boolean goesOn = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean blank = one == ' ' || one == '\t';
            boolean separates = SEPARATORS.indexOf(one) >= 0;
            if (quote != '\0') {
                quote = one == quote ? '\0' : quote;
            } else if (separates || blank || one == ',') {
                if (start >= 0) {
                    words.add(new Word(start, text.substring(start, i), goesOn));
                    goesOn = false;
                }
                start = -1;
                goesOn |= one == ',';
                if (separates) {
                    words.clear();
                    goesOn = false;
                }
            } else {
                start = start < 0 ? i : start;
                quote = one == '\'' || one == '"' ? one : quote;
            }
        }
        if (start >= 0) {
            words.add(new Word(start, text.substring(start), goesOn));
        }
        return words;
    }
}
