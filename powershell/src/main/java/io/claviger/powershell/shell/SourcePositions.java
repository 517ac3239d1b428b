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
        return at(source, error, span, "");
    }

    /** The same, with the calls around it. */
    static ErrorRecord at(Source source, ErrorRecord error, Span span, String stack) {
        int start = source.lineStart(span.start());
        ErrorRecord.Origin origin = error.origin();
        return error.at(new ErrorRecord.Origin(
                origin.command(),
                origin.commandType(),
                source.file(),
                source.line(span.start()),
                source.lineText(span.start()),
                span.start() - start,
                span.end() - start,
                stack));
    }

    /** The calls around a place, a line for each. */
    static String stack(Source source, Span span, Scope scope) {
        StringBuilder stack = new StringBuilder();
        String file = source.file();
        int line = source.line(span.start());
        for (Invocation call : scope.calls()) {
            frame(stack, call.called().line() == 0 ? "" : call.name(), file, line);
            file = call.called().script();
            line = call.called().line();
        }
        return stack.toString();
    }

    private static void frame(StringBuilder stack, String name, String file, int line) {
        stack.append(stack.isEmpty() ? "" : "\n")
                .append("at ")
                .append(name.isEmpty() ? "<ScriptBlock>" : name)
                .append(", ")
                .append(file.isEmpty() ? "<No file>" : file)
                .append(": line ")
                .append(Math.max(1, line));
    }

    /** The error for a text that does not parse. */
    static ErrorRecord syntax(Source source, String message, Span place) {
        return at(
                source,
                ErrorRecord.of(
                        ErrorCategory.PARSER_ERROR,
                        "ParserError",
                        "System.Management.Automation.ParseException",
                        message),
                place);
    }
}
