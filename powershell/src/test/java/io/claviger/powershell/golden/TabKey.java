package io.claviger.powershell.golden;

import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import io.claviger.powershell.shell.Suggestions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the Tab key offers in a session without a screen, which has the variable {@code CLAVIGER_TEST}. */
public final class TabKey {

    private TabKey() {}

    /** A session with these cmdlets. */
    public static Session session(CmdletSource... sources) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Session(
                new StreamConsole(120, new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, false),
                List.of(sources),
                Map.of("CLAVIGER_TEST", "x"),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC());
    }

    /** The candidates at the end of a line, with commas between them. */
    public static String candidates(Session session, String line) {
        return String.join(
                ",", Suggestions.at(session.state(), line, line.length()).candidates());
    }
}
