package io.claviger.powershell.command;

import java.util.function.Supplier;

/**
 * A command named {@code Verb-Noun}. Immutable and safe for use by several threads; what one run has to remember lives
 * in its {@link Run}.
 *
 * <p>If a cmdlet does the same for each object and remembers nothing, one lambda is enough: {@code
 * Cmdlet.of(description, (arguments, context) -> context.write(...))}.
 */
public interface Cmdlet {

    /** Its name, its parameters and its help. */
    CmdletDescription description();

    /** Starts a run in a pipeline. */
    Run start();

    /** A cmdlet that does one thing for each object of the pipeline, or once if it is first in the pipeline. */
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
     * One run of a cmdlet: {@code begin}, then {@code process} once for each object of the pipeline (or once in all if
     * the cmdlet is first), then {@code end}. Called by one thread.
     *
     * <p>Each method may throw {@link io.claviger.powershell.value.TerminatingError}, and must not catch what {@link
     * CmdletContext#write} throws. Any other exception is a defect, which the shell reports as an error.
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
