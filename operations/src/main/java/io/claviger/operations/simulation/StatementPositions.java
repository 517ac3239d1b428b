package io.claviger.operations.simulation;

import io.claviger.policy.json.Span;
import software.amazon.awssdk.services.iam.model.Position;

/**
 * Where a statement stands in a policy, as AWS counts it: lines end with a carriage return, a line feed or both, and lines
 * and columns begin at 1. A statement begins where the bracket before it ends, or the statement before it; a single one
 * without brackets begins after its own brace. It ends after its last brace.
 */
final class StatementPositions {

    private final String text;

    StatementPositions(String text) {
        this.text = text;
    }

    Position start(Span statement) {
        int brace = statement.start().offset();
        int before = lastBefore(brace);
        if (before >= 0 && text.charAt(before) == ',') {
            before = lastBefore(before);
        }
        boolean inBrackets = before >= 0 && text.charAt(before) != ':';
        return position(inBrackets ? before + 1 : brace + 1);
    }

    Position end(Span statement) {
        return position(statement.end().offset());
    }

    /** The last character before an offset that is not white space, or -1. */
    private int lastBefore(int offset) {
        int at = offset - 1;
        while (at >= 0 && text.charAt(at) <= ' ') {
            at--;
        }
        return at;
    }

    private Position position(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean halfOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !halfOfPair) {
                line++;
                lineStart = i + 1;
            }
        }
        return Position.builder().line(line).column(offset - lineStart + 1).build();
    }
}
