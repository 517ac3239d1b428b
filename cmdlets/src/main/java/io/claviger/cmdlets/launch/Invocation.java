package io.claviger.cmdlets.launch;

import java.util.List;
import java.util.Locale;

/** What the command line asks for. */
sealed interface Invocation {

    /** Whether the user may not be asked. */
    boolean silent();

    /** One line of the language, as it is. */
    record Line(String text, boolean silent) implements Invocation {}

    /** One command, as the words that the shell has split it into. */
    record Command(List<String> words, boolean silent) implements Invocation {
        /** Keeps its own copy. */
        public Command {
            words = List.copyOf(words);
        }
    }

    /** A script with its arguments; its file is {@link #STANDARD_INPUT} if it comes from there. */
    record Script(String file, List<String> words, boolean silent) implements Invocation {
        /** Keeps its own copy. */
        public Script {
            words = List.copyOf(words);
        }
    }

    /** The prompt. */
    record Prompt() implements Invocation {
        @Override
        public boolean silent() {
            return false;
        }
    }

    /** The help for {@code run} or {@code shell}. */
    record Help(String of) implements Invocation {
        @Override
        public boolean silent() {
            return true;
        }
    }

    /**
     * Runs what the start-up cache is recorded from; part of the build.
     *
     * @param prompt whether the prompt is recorded too
     */
    record Rehearsal(boolean prompt) implements Invocation {
        @Override
        public boolean silent() {
            return true;
        }
    }

    /** The name of the script that comes from standard input. */
    String STANDARD_INPUT = "-";

    /** The word for a script. */
    String RUN = "run";

    /** The word for the prompt. */
    String SHELL = "shell";

    /**
     * Reads the command line.
     *
     * @throws UsageError if it is not understood
     */
    static Invocation of(List<String> arguments) {
        boolean silent = !arguments.isEmpty() && isNonInteractive(arguments.getFirst());
        List<String> words = silent ? arguments.subList(1, arguments.size()) : arguments;
        if (words.isEmpty()) {
            throw new UsageError("a cmdlet is missing");
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case RUN -> script(rest, silent);
            case SHELL -> prompt(rest, silent);
            case "rehearse-cmdlets" -> new Rehearsal(false);
            case "rehearse-prompt" -> new Rehearsal(true);
            default -> words.size() == 1 ? new Line(words.getFirst(), silent) : new Command(words, silent);
        };
    }

    private static Invocation script(List<String> words, boolean before) {
        boolean silent = before;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isHelp(word)) {
                return new Help(RUN);
            }
            if (!isNonInteractive(word)) {
                if (word.startsWith("-") && !word.equals(STANDARD_INPUT)) {
                    throw new UsageError("run: no option " + word);
                }
                return new Script(word, words.subList(i + 1, words.size()), silent);
            }
            silent = true;
        }
        throw new UsageError("run: a script is missing");
    }

    private static Invocation prompt(List<String> words, boolean silent) {
        if (words.size() == 1 && isHelp(words.getFirst())) {
            return new Help(SHELL);
        }
        if (silent || !words.isEmpty()) {
            throw new UsageError("shell: it takes no arguments");
        }
        return new Prompt();
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    private static boolean isNonInteractive(String word) {
        return word.toLowerCase(Locale.ROOT).equals("-noninteractive");
    }
}
