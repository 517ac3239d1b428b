package io.claviger.server.declared;

import io.claviger.server.command.UnusableSetting;
import java.nio.file.Path;

/**
 * Where something is declared.
 *
 * @param line from 1
 */
public record Place(Path file, int line) {

    /** What is wrong here, and what to do. */
    public UnusableSetting wrong(String what) {
        return new UnusableSetting(this + ": " + what);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
