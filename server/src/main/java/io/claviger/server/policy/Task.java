package io.claviger.server.policy;

import java.util.List;
import org.apache.commons.cli.Options;

/** A question that {@code claviger policy} answers: a word of the command line, its options and what it does. */
interface Task {

    /** The word. */
    String name();

    /** What it tells, in a line. */
    String summary();

    /** What follows the word on the command line, in short. */
    String usage();

    /** What its help says besides, a paragraph each. */
    List<String> details();

    /** Command lines to try, without {@code ./claviger policy}. */
    List<String> examples();

    /** The options that it takes. */
    Options options();

    /** Whether it takes words besides its options. */
    boolean takesOperands();

    /**
     * Answers, and gives the exit status: 0 for yes, 1 for no.
     *
     * @throws NoAnswer when the question cannot be answered
     */
    int run(Given given, Screen screen, Sources sources);
}
