package io.claviger.policycli;

import java.nio.file.Path;
import java.util.List;

/** The program: where it meets the system. */
public final class Main {

    /** What the build passes to train the start-up cache. */
    private static final String REHEARSE = "rehearse";

    private Main() {}

    /** Answers what the words after {@code claviger policy} ask; for the exit status see {@link PolicyProgram#run}. */
    public static void main(String[] words) {
        if (List.of(words).equals(List.of(REHEARSE))) {
            PolicyRehearsal.play();
        } else {
            System.exit(new PolicyProgram(Path.of(""), System.in, System.out, System.err, System.getenv())
                    .run(List.of(words)));
        }
    }
}
