package io.claviger.powershell.language;

/** The result of parsing. */
public sealed interface Parsed {

    /** A script. */
    record Script(Source source, Statement.Body body) implements Parsed {}

    /** Correct so far, but incomplete: a prompt asks for another line. The message is for when there is none. */
    record Incomplete(String message, Span place) implements Parsed {}

    /** Wrong, or not supported. */
    record Wrong(String message, Span place) implements Parsed {}
}
