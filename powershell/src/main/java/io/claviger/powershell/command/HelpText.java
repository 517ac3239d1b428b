package io.claviger.powershell.command;

/** A text of the help. Read only when it is needed, so that cmdlets start fast. */
@FunctionalInterface
public interface HelpText {

    /** The text. */
    String text();

    /** A text that needs no reading. */
    static HelpText of(String text) {
        return () -> text;
    }
}
