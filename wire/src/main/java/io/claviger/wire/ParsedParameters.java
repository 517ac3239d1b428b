package io.claviger.wire;

/** What became of a query string and a form. */
public sealed interface ParsedParameters {

    /** They are well-formed. */
    record Accepted(Parameters parameters) implements ParsedParameters {}

    /** They are not, or exceed a bound. */
    record Rejected(WireError error) implements ParsedParameters {}
}
