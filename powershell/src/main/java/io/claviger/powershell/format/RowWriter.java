package io.claviger.powershell.format;

import io.claviger.powershell.value.ShellObject;

/** Prints rows of one shape. */
interface RowWriter {
    /** Prints a row, or keeps it until there are enough to decide how. */
    void add(ShellObject row);

    /** Prints the kept rows. */
    default void finish() {}

    /** The same where the heading of another group follows. */
    default void finishBeforeAGroup() {
        finish();
    }
}
