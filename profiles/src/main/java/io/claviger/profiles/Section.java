package io.claviger.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a heading heads.
 *
 * @param name its name; empty if it is of another kind
 * @param prefixed whether the kind stands before the name, as in {@code [profile name]}
 */
record Section(Kind kind, String name, boolean prefixed) {

    enum Kind {
        PROFILE,
        SERVICES,
        /** Such as {@code [sso-session name]}, and what is no heading that a reader understands. */
        OTHER
    }

    static final Section UNKNOWN = new Section(Kind.OTHER, "", false);

    // Written out, and the next one too: the JDK generates a record's when it is first hashed, at each start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Section section
                && kind == section.kind
                && prefixed == section.prefixed
                && name.equals(section.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * The section with this heading.
     *
     * @param heading what stands within the brackets
     */
    static Section of(FileKind file, String heading) {
        String bare = Blanks.strip(heading);
        if (bare.isEmpty() || bare.chars().anyMatch(one -> Character.isISOControl(one) && one != '\t')) {
            return UNKNOWN;
        }
        if (file == FileKind.CREDENTIALS || bare.equals(Settings.DEFAULT)) {
            return new Section(Kind.PROFILE, bare, false);
        }
        return named("profile", bare)
                .map(name -> new Section(Kind.PROFILE, name, true))
                .or(() -> named("services", bare).map(name -> new Section(Kind.SERVICES, name, true)))
                .orElse(UNKNOWN);
    }

    /** The name behind the kind's word: one word in a shell's quotes, as for aws-cli, else the rest, as for .NET. */
    private static Optional<String> named(String word, String heading) {
        if (!heading.startsWith(word)
                || heading.length() == word.length()
                || !Blanks.isBlank(heading.charAt(word.length()))) {
            return Optional.empty();
        }
        String rest = Blanks.strip(heading.substring(word.length()));
        List<String> words = words(rest);
        return Optional.of(words.size() == 1 ? words.getFirst() : rest).filter(name -> !name.isEmpty());
    }

    /** The words of a line, as a POSIX shell and Python's shlex take them apart; none if a quote is not closed. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char one = line.charAt(at);
            boolean escapes = one == '\\' && quote != '\'' && at + 1 < line.length();
            if (escapes && (quote == 0 || "\"\\".indexOf(line.charAt(at + 1)) >= 0)) {
                word.append(line.charAt(++at));
                begun = true;
            } else if (quote != 0 && one != quote) {
                word.append(one);
            } else if (one == '"' || one == '\'') {
                quote = quote == 0 ? one : 0;
                begun = true;
            } else if (one == ' ' || one == '\t') {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
            } else {
                word.append(one);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quote == 0 ? words : List.of();
    }
}
