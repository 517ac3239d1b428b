package io.claviger.powershell.language;

/** What parsing came to. */
public sealed interface Parsed {

    /** A script. */
    record Script(Source source, Statement.Body body) implements Parsed {}

    /** Right so far, but it goes on: a prompt asks for another line. The message is what to say when there is none. */
    record Incomplete(String message, int offset) implements Parsed {}

    /** Wrong, or not supported. */
    record Wrong(String message, int offset) implements Parsed {}
}
