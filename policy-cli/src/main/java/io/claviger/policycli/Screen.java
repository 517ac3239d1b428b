package io.claviger.policycli;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where answers go. Immutable but for the streams.
 *
 * @param out for answers
 * @param err for what keeps them from being given, and for hints
 * @param columns how many characters fit in a line; {@link #UNBOUNDED} unless a person looks
 * @param coloured whether a person looks who has nothing against colours
 */
record Screen(PrintStream out, PrintStream err, int columns, boolean coloured) {

    /** The variable in which the launcher says how wide the terminal is, if standard output is one. */
    static final String COLUMNS = "CLAVIGER_TERMINAL_COLUMNS";

    /** More characters than any line has. */
    static final int UNBOUNDED = 1_000_000;

    private static final int NARROWEST = 40;
    private static final int USUAL = 80;
    private static final int WIDEST = 500;
    private static final char ESCAPE = '\u001b';

    /** What a text means, which its colour shows. */
    enum Tone {
        /** Something may be done. */
        GOOD("32"),
        /** Something may not be done, or is wrong. */
        BAD("31"),
        /** Something deserves a look. */
        DOUBTFUL("33"),
        /** Something could be better. */
        HELPFUL("36"),
        /** Something is not to the point. */
        FAINT("2"),
        /** Something stands above the rest. */
        STRONG("1");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /**
     * The screen that an environment describes.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    static Screen of(PrintStream out, PrintStream err, Map<String, String> environment) {
        String columns = environment.getOrDefault(COLUMNS, "");
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return columns.isEmpty()
                ? new Screen(out, err, UNBOUNDED, false)
                : new Screen(out, err, width(columns), colours);
    }

    private static int width(String columns) {
        try {
            int told = Integer.parseInt(columns);
            return told <= 0 ? USUAL : Math.clamp(told, NARROWEST, WIDEST);
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    /** The text in the colour of what it is, where colours are wanted. */
    String toned(Tone tone, String text) {
        return coloured && !text.isEmpty() ? ESCAPE + "[" + tone.code + 'm' + text + ESCAPE + "[0m" : text;
    }

    /** Writes lines, each of which ends with a line feed. */
    void print(CharSequence lines) {
        out.print(lines);
        out.flush();
    }

    /** Prints something besides the answer. */
    void hint(String line) {
        err.println(line);
    }
}
