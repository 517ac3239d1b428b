package io.claviger.cmdlets.launch;

import java.util.List;
import java.util.Locale;

/** What the command line asks for. */
sealed interface Invocation {

    /** Whether questions are forbidden. */
    boolean silent();

    /** One line of the language, as it is. */
    record Line(String text, boolean silent) implements Invocation {}

    /** One command, in the words into which a shell has split it. */
    record Command(List<String> words, boolean silent) implements Invocation {
        /** Keeps its own copy. */
        public Command {
            words = List.copyOf(words);
        }
    }

    /** A script with its arguments. */
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

    /** What is asked about {@code run} or {@code shell}. */
    record Help(String of) implements Invocation {
        @Override
        public boolean silent() {
            return true;
        }
    }

    /**
     * Plays what a JVM that watches is to remember; part of the build.
     *
     * @param prompt whether it is to remember the prompt
     */
    record Rehearsal(boolean prompt) implements Invocation {
        @Override
        public boolean silent() {
            return true;
        }
    }

    /** The word for a script. */
    String RUN = "run";

    /** The word for the prompt. */
    String SHELL = "shell";

    /**
     * Reads the command line.
     *
     * @throws Misused when it is not understood
     */
    static Invocation of(List<String> arguments) {
        boolean silent = !arguments.isEmpty() && isNonInteractive(arguments.getFirst());
        List<String> words = silent ? arguments.subList(1, arguments.size()) : arguments;
        if (words.isEmpty()) {
            throw new Misused("a cmdlet is missing");
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
                if (word.startsWith("-")) {
                    throw new Misused("run: no option " + word);
                }
                return new Script(word, words.subList(i + 1, words.size()), silent);
            }
            silent = true;
        }
        throw new Misused("run: a script is missing");
    }

    private static Invocation prompt(List<String> words, boolean silent) {
        if (words.size() == 1 && isHelp(words.getFirst())) {
            return new Help(SHELL);
        }
        if (silent || !words.isEmpty()) {
            throw new Misused("shell: it takes no arguments");
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
