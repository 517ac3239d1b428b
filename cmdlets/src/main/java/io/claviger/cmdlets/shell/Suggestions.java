package io.claviger.cmdlets.shell;

import io.claviger.cmdlets.binding.Binder;
import io.claviger.cmdlets.binding.Common;
import io.claviger.cmdlets.command.Arguments;
import io.claviger.cmdlets.command.CmdletDescription;
import io.claviger.cmdlets.command.Parameter;
import io.claviger.cmdlets.command.SessionState;
import io.claviger.cmdlets.value.TerminatingError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a line: commands, parameters, parameters' values, variables. Never throws.
 *
 * @param start where the word begins that the candidates replace
 * @param candidates whole words, those that begin with what is there, without regard to case
 */
public record Suggestions(int start, List<String> candidates) {

    private static final String SEPARATORS = "|;({}=&\n";

    /** Keeps its own copy. */
    public Suggestions {
        candidates = List.copyOf(candidates);
    }

    private record Word(int start, String text) {}

    /** The candidates at a place. */
    public static Suggestions at(SessionState session, String line, int cursor) {
        String before = line.substring(0, Math.clamp(cursor, 0, line.length()));
        List<Word> words = words(before);
        boolean begins = words.isEmpty()
                || before.length()
                        > words.getLast().start() + words.getLast().text().length();
        Word last = begins ? new Word(before.length(), "") : words.removeLast();
        if (last.text().startsWith("$")) {
            String prefix = last.text().substring(1);
            return new Suggestions(
                    last.start(),
                    session.variables(prefix).stream().map(name -> "$" + name).toList());
        }
        if (words.isEmpty()) {
            return fitting(last, new ArrayList<>(session.commands()));
        }
        return session.command(words.getFirst().text())
                .map(cmdlet -> ofCommand(session, cmdlet.description(), words, last))
                .orElseGet(() -> new Suggestions(last.start(), List.of()));
    }

    private static Suggestions ofCommand(
            SessionState session, CmdletDescription description, List<Word> words, Word last) {
        List<Parameter> all = new ArrayList<>(description.parameters());
        all.addAll(Common.of(description.impact()));
        if (last.text().startsWith("-")) {
            return fitting(last, all.stream().map(one -> "-" + one.name()).toList());
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        @Nullable Parameter open = null;
        int position = 0;
        for (Word word : words.subList(1, words.size())) {
            if (word.text().startsWith("-") && word.text().length() > 1) {
                open = named(all, word.text().substring(1))
                        .filter(one -> !one.type().isSwitch())
                        .orElse(null);
            } else if (open != null) {
                bound.put(open.name(), unquoted(word.text()));
                open = null;
            } else {
                Optional<Parameter> place = positional(description, position++);
                place.ifPresent(one -> bound.put(one.name(), unquoted(word.text())));
            }
        }
        Optional<Parameter> wanted = open == null ? positional(description, position) : Optional.of(open);
        return wanted.map(one -> fitting(last, values(one, bound, session)))
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
        return description.parameters().stream()
                .filter(one -> one.position() == position)
                .findFirst();
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
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (quote != '\0') {
                quote = one == quote ? '\0' : quote;
            } else if (SEPARATORS.indexOf(one) >= 0) {
                words.clear();
                start = -1;
            } else if (one == ' ' || one == '\t' || one == ',') {
                if (start >= 0) {
                    words.add(new Word(start, text.substring(start, i)));
                }
                start = -1;
            } else {
                start = start < 0 ? i : start;
                quote = one == '\'' || one == '"' ? one : quote;
            }
        }
        if (start >= 0) {
            words.add(new Word(start, text.substring(start)));
        }
        return words;
    }
}
