package io.claviger.powershell.shell;

import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;

/** Adds to errors the place in the text where they happened. */
final class SourcePositions {

    private SourcePositions() {}

    /** The error with a place. The command that reported it stays. */
    static ErrorRecord at(Source source, ErrorRecord error, Span span) {
        int start = source.lineStart(span.start());
        ErrorRecord.Origin origin = error.origin();
        return error.at(new ErrorRecord.Origin(
                origin.command(),
                origin.commandType(),
                source.file(),
                source.line(span.start()),
                source.lineText(span.start()),
                span.start() - start,
                span.end() - start));
    }

    /** The error for a text that does not parse. */
    static ErrorRecord syntax(Source source, String message, int offset) {
        return at(
                source,
                ErrorRecord.of(
                        ErrorCategory.PARSER_ERROR,
                        "ParserError",
                        "System.Management.Automation.ParseException",
                        message),
                new Span(offset, offset + 1));
    }
}
