package io.claviger.powershell.shell;

import io.claviger.powershell.command.HistoryEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines that were run, the last 4,096 of them. */
final class History {

    private static final int LONGEST = 4_096;

    private final Clock clock;
    private final List<HistoryEntry> entries = new ArrayList<>();
    private int lines;

    History(Clock clock) {
        this.clock = clock;
    }

    /** Remembers a line that has just been run. */
    void remember(String line, Instant start, boolean succeeded) {
        if (entries.size() == LONGEST) {
            entries.removeFirst();
        }
        entries.add(new HistoryEntry(++lines, line, succeeded, start, clock.instant()));
    }

    List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }
}
