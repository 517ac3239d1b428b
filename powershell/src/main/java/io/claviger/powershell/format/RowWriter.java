package io.claviger.powershell.format;

import io.claviger.powershell.value.ShellObject;

/** Prints rows of one shape. */
interface RowWriter {
    /** Prints the row, or keeps it until enough are there to tell how. */
    void add(ShellObject row);

    /** Prints what was kept. */
    default void finish() {}
}
