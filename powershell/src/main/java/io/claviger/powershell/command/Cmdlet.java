package io.claviger.powershell.command;

import java.util.function.Supplier;

/**
 * A command named {@code Verb-Noun}. Immutable and safe for use by several threads; what one running of it has to remember
 * lives in the {@link Run}.
 *
 * <p>A cmdlet that does the same for each object of the pipeline and remembers nothing is one lambda:
 * {@code Cmdlet.of(description, (arguments, context) -> context.write(...))}.
 */
public interface Cmdlet {

    /** What it is called, what it takes, what it is for. */
    CmdletDescription description();

    /** Starts one running of it, in one pipeline. */
    Run start();

    /** A cmdlet that does one thing for each object of the pipeline, or once when it stands first in the pipeline. */
    static Cmdlet of(CmdletDescription description, Each each) {
        return new Cmdlet() {
            @Override
            public CmdletDescription description() {
                return description;
            }

            @Override
            public Run start() {
                return each::run;
            }
        };
    }

    /** A cmdlet that remembers something while it runs. */
    static Cmdlet remembering(CmdletDescription description, Supplier<Run> start) {
        return new Cmdlet() {
            @Override
            public CmdletDescription description() {
                return description;
            }

            @Override
            public Run start() {
                return start.get();
            }
        };
    }

    /** What is done for each object. */
    @FunctionalInterface
    interface Each {
        /** Does it; see {@link Run#process}. */
        void run(Arguments arguments, CmdletContext context);
    }

    /**
     * One running of a cmdlet: {@code begin}, then {@code process} once for each object that comes through the pipeline
     * (once in all when the cmdlet stands first), then {@code end}. Called by one thread.
     *
     * <p>Each may throw {@link io.claviger.powershell.value.TerminatingError}, and lets through what
     * {@link CmdletContext#write} throws. Any other exception is a defect; the shell reports it as an error.
     */
    @FunctionalInterface
    interface Run {
        /** Before the first object; the arguments are those of the command line. */
        default void begin(Arguments arguments, CmdletContext context) {}

        /** For one object; the arguments are those of the command line and those bound from the object. */
        void process(Arguments arguments, CmdletContext context);

        /** After the last object. Not called when the pipeline was stopped or failed. */
        default void end(Arguments arguments, CmdletContext context) {}
    }
}
