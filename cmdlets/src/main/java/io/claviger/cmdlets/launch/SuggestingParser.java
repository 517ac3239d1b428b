package io.claviger.cmdlets.launch;

import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.Suggestions;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** The language for the line editor: whether a line is complete, and which word the Tab key completes. */
final class SuggestingParser implements Parser {

    private final SessionState session;

    SuggestingParser(SessionState session) {
        this.session = session;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return new SuggestedLine(line, cursor, Suggestions.at(session, line, cursor));
        }
        if ((context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT)
                && !Session.isComplete(line)) {
            throw new EOFError(-1, -1, "the line goes on", ">");
        }
        return new SuggestedLine(line, cursor, new Suggestions(0, List.of()));
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }

    /** A line with the suggestions at the cursor. */
    record SuggestedLine(String line, int cursor, Suggestions suggestions) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(Math.min(suggestions.start(), cursor), cursor);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word().length();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}
