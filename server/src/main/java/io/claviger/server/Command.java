package io.claviger.server;

import java.io.IOException;
import org.apache.commons.cli.Options;

/** A word of the command line. */
interface Command {

    /** The word. */
    String name();

    /** What it does, in a line; empty for one that is not shown. */
    String summary();

    /** What its help says besides. */
    String details();

    /** The options that it takes. */
    Options options();

    /**
     * Does it, and gives the exit status.
     *
     * @throws Misused when the options are not understood
     * @throws UnusableSetting when something outside keeps it from being done
     */
    int run(Arguments arguments) throws IOException;
}
