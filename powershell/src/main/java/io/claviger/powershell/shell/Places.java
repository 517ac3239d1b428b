package io.claviger.powershell.shell;

import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;

/** Errors with the place in the text where they happened. */
final class Places {

    private Places() {}

    /** The error at a place; who reported it stays. */
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

    /** The error that a text which does not parse is. */
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
