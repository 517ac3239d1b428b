package io.claviger.powershell.command;

import java.time.Instant;

/**
 * A line that was run.
 *
 * @param id its number in the session, from 1
 * @param line what was typed
 * @param succeeded whether its last command succeeded
 * @param start when it began
 * @param end when it was done
 */
public record HistoryEntry(int id, String line, boolean succeeded, Instant start, Instant end) {}
