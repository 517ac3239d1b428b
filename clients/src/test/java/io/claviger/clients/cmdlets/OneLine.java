package io.claviger.clients.cmdlets;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.cmdlets.core.CoreCmdlets;
import io.claviger.cmdlets.shell.Session;
import io.claviger.cmdlets.shell.StreamConsole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that runs one line, and then tells on standard error how much memory it had at most. */
final class OneLine {

    private OneLine() {}

    /** Runs the line with the process's environment. */
    public static void main(String[] arguments) throws IOException {
        StreamConsole console =
                new StreamConsole(StreamConsole.DEFAULT_WIDTH, System.in, System.out, System.err, false, true, false);
        int exit;
        try (Session session = new Session(
                console,
                List.of(CoreCmdlets.source(), new ServiceCmdlets()),
                System.getenv(),
                Path.of("."),
                Path.of(arguments[1]),
                Clock.systemUTC())) {
            exit = session.run(arguments[0]);
        }
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(System.err::println);
        }
        System.exit(exit);
    }
}
