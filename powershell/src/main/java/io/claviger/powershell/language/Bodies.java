package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import org.jspecify.annotations.Nullable;

/** Bodies of functions, script blocks and scripts: {@code param()}, then statements or named blocks. */
final class Bodies {

    private final Grammar grammar;
    private final Cursor cursor;

    Bodies(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
    }

    /** Reads up to and including a closing character; NUL stands for the end of the text. */
    Body read(char close, String missing) {
        int start = cursor.at();
        cursor.separators();
        Declarations declarations = new Declarations(grammar);
        Declarations.Head head = declarations.block();
        cursor.separators();
        String word = cursor.word();
        if (!isBlock(word)) {
            Block statements = grammar.until(close, missing);
            return new Body(
                    head.parameters(),
                    head.advanced(),
                    head.asks(),
                    head.defaultSet(),
                    null,
                    null,
                    statements,
                    text(start, close));
        }
        @Nullable Block begin = null;
        @Nullable Block process = null;
        @Nullable Block end = null;
        while (isBlock(cursor.word())) {
            String kind = cursor.word();
            cursor.skip(kind.length());
            Block block = grammar.braced("Missing statement block after '" + kind + "'.");
            switch (kind) {
                case "begin" -> begin = block;
                case "process" -> process = block;
                default -> end = block;
            }
            cursor.separators();
        }
        if (!(close == '\0' ? cursor.ended() : cursor.peek() == close)) {
            throw cursor.expected("Unexpected token '" + cursor.token() + "', expected 'begin', 'process', or 'end'.");
        }
        cursor.skip(close == '\0' ? 0 : 1);
        return new Body(
                head.parameters(),
                head.advanced(),
                head.asks(),
                head.defaultSet(),
                begin,
                process,
                end,
                text(start, close));
    }

    private String text(int start, char close) {
        return cursor.between(start, cursor.at() - (close == '\0' ? 0 : 1));
    }

    private boolean isBlock(String word) {
        boolean named = word.equals("begin") || word.equals("process") || word.equals("end");
        if (!named) {
            return false;
        }
        int here = cursor.at();
        cursor.skip(word.length());
        cursor.lines();
        boolean block = cursor.peek() == '{';
        cursor.goTo(here);
        return block;
    }
}
