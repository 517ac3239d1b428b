package io.claviger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were measured on. */
final class Machine {

    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /** One line: processor, memory, kernel, JVM, the file system of the data, and how busy the machine was already. */
    static String describe(Path data) throws IOException {
        return String.join(
                "; ",
                Runtime.getRuntime().availableProcessors() + " cores (" + valueOf("/proc/cpuinfo", "model name") + ")",
                valueOf("/proc/meminfo", "MemTotal") + " of memory",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                "data on " + Files.getFileStore(data).type(),
                "load before " + loadAverage());
    }

    /** What stands after the first such name in a file of the kernel's. */
    static String valueOf(String file, String name) {
        return firstLine(file, name).replaceFirst("^[^:]*:\\s*", "");
    }

    private static String loadAverage() {
        return firstLine("/proc/loadavg", "").replaceFirst(" .*", "");
    }

    private static String firstLine(String file, String beginning) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse(UNKNOWN);
        } catch (IOException notLinux) {
            return UNKNOWN;
        }
    }
}
