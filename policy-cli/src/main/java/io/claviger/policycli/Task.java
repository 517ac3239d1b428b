package io.claviger.policycli;

import java.util.List;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * A question that {@code claviger policy} answers. Immutable.
 *
 * @param name its word on the command line
 * @param summary what it says, in a line
 * @param usage what follows the word on the command line, in short
 * @param details what its help says besides, a paragraph each
 * @param examples command lines to try, without {@code ./claviger policy}
 * @param operand what the words besides its options are, in the singular; null if it takes none
 * @param options the options that it takes, in the order in which help lists them; {@code --help} is one more
 * @param work what it does
 */
record Task(
        String name,
        String summary,
        String usage,
        List<String> details,
        List<String> examples,
        @Nullable String operand,
        List<Option> options,
        Work work) {

    /** Adds {@code --help} to the options. */
    Task {
        details = List.copyOf(details);
        examples = List.copyOf(examples);
        options = Given.withHelp(options);
    }

    /** What a task does. */
    @FunctionalInterface
    interface Work {

        /**
         * Answers, and gives the exit status: 0 for yes, 1 for no.
         *
         * @throws NoAnswer when the question cannot be answered
         */
        int run(Given given, Screen screen, Sources sources);
    }

    /**
     * Does it, and gives the exit status: 0 for yes, 1 for no.
     *
     * @param words what was given after the word
     * @throws NoAnswer when the words are not understood, or the question cannot be answered
     */
    int run(List<String> words, Screen screen, Sources sources) {
        return work.run(Given.parse(options, operand, words), screen, sources);
    }
}
