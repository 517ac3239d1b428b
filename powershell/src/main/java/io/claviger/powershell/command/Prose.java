package io.claviger.powershell.command;

/** A text of the help, read when somebody asks for it: a cmdlet starts without. */
@FunctionalInterface
public interface Prose {

    /** The text. */
    String text();

    /** A text that is there already. */
    static Prose of(String text) {
        return () -> text;
    }
}
