package io.claviger.server.command;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** A word of the command line. */
public interface Command {

    /** The word. */
    public String name();

    /** What it does, in a line; empty for one that is not shown. */
    public String summary();

    /** What its help says besides. */
    public String details();

    /** What stands on the line besides options, such as {@code FILE}, in its order; all of it is needed. */
    public default List<String> operands() {
        return List.of();
    }

    /** The options that it takes. */
    public Options options();

    /**
     * Does it, and gives the exit status.
     *
     * @throws Misused when the options are not understood
     * @throws UnusableSetting when something outside keeps it from being done
     */
    public int run(Arguments arguments) throws IOException;
}
