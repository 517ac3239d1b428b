package io.claviger.policycli;

import java.nio.file.Path;
import java.util.List;

/** The program: where it meets the system. */
public final class Main {

    /** What the build passes to train the start-up cache. */
    private static final String REHEARSE = "rehearse";

    /** The property by which the launcher says that standard output is a pipe. */
    private static final String PIPED = "claviger.piped";

    /** As if SIGPIPE had ended it: nobody reads any more, and nobody is missing anything. */
    private static final int CLOSED_PIPE = 141;

    /** No answer, which is neither yes nor no. */
    private static final int UNWRITTEN = 2;

    private Main() {}

    /** Answers what the words after {@code claviger policy} ask; for the exit status see {@link PolicyProgram#run}. */
    public static void main(String[] words) {
        if (List.of(words).equals(List.of(REHEARSE))) {
            PolicyRehearsal.play();
        } else {
            System.exit(
                    unlessUnwritten(new PolicyProgram(Path.of(""), System.in, System.out, System.err, System.getenv())
                            .run(List.of(words))));
        }
    }

    /** The status, or another one if the answer could not be written. */
    private static int unlessUnwritten(int status) {
        if (!System.out.checkError()) {
            return status;
        }
        if (Boolean.getBoolean(PIPED)) {
            return CLOSED_PIPE;
        }
        System.err.println("claviger: standard output cannot be written");
        return UNWRITTEN;
    }
}
