package io.claviger.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Makes writes of a process fail as a disk would: its calls of the system go through a library that can refuse them. */
final class FailingDisk {

    private final Path library;
    private final Path rules;

    private FailingDisk(Path library, Path rules) {
        this.library = library;
        this.rules = rules;
    }

    /** What a disk says. */
    enum Fault {
        FULL(28, "write"),
        READ_ONLY(30, "write sync open"),
        BROKEN(5, "write sync"),
        UNSYNCABLE(5, "sync"),
        OVER_QUOTA(122, "write"),
        FILE_TOO_LARGE(27, "write");

        private final int number;
        private final String calls;

        Fault(int number, String calls) {
            this.number = number;
            this.calls = calls;
        }
    }

    /** Built by the system's C compiler; without one, the test counts as skipped. */
    static FailingDisk in(Path directory) throws Exception {
        Path source = directory.resolve("faults.c");
        Path library = directory.resolve("faults.so");
        try (InputStream text = FailingDisk.class.getResourceAsStream("faults.c")) {
            Files.copy(text, source);
        }
        if (!isBuilt(source, library)) {
            String notTested = "NOT TESTED: disks that fail: there is no C compiler (cc) for Linux here";
            System.err.println(notTested);
            Assumptions.abort(notTested);
        }
        return new FailingDisk(library, directory.resolve("rules"));
    }

    private static boolean isBuilt(Path source, Path library) throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The environment of a process on this disk. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "FAULTS", rules.toString());
    }

    /** From now on, calls on files whose path has this part fail. */
    void fail(Fault fault, String pathPart) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String call : fault.calls.split(" ", -1)) {
            text.append(fault.number + " " + call + " " + pathPart + "\n");
        }
        Path whole = Files.writeString(rules.resolveSibling("rules.new"), text);
        Files.move(whole, rules, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** From now on, nothing fails. */
    void heal() throws IOException {
        Files.deleteIfExists(rules);
    }
}
