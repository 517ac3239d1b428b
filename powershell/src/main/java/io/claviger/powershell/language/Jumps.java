package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Jump;
import org.jspecify.annotations.Nullable;

/** {@code break}, {@code continue}, {@code return}, {@code throw} and {@code exit}. */
final class Jumps {

    private static final String LEAVES_FINALLY = "Flow of control cannot leave a Finally block.";

    private final Grammar grammar;
    private final Cursor cursor;

    Jumps(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
    }

    /** Reads the statement, at its keyword. */
    Jump read(String word, int start) {
        return switch (word) {
            case "return" -> jump(Jump.Kind.RETURN, word, start);
            case "throw" -> jump(Jump.Kind.THROW, word, start);
            case "exit" -> jump(Jump.Kind.EXIT, word, start);
            default -> leave(word, start);
        };
    }

    private Jump leave(String word, int start) {
        cursor.skip(word.length());
        int end = cursor.at();
        cursor.blanks();
        String label = cursor.word();
        cursor.goTo(label.isEmpty() ? end : cursor.at() + label.length());
        if (!grammar.leaving().mayLeaveLoop()) {
            throw cursor.wrong(LEAVES_FINALLY, cursor.span(start));
        }
        return new Jump(word.equals("break") ? Jump.Kind.BREAK : Jump.Kind.CONTINUE, label, null, cursor.span(start));
    }

    private Jump jump(Jump.Kind kind, String word, int start) {
        cursor.skip(word.length());
        cursor.blanks();
        boolean bare = cursor.atLineEnd() || ";})".indexOf(cursor.peek()) >= 0;
        @Nullable Statement value = bare ? null : grammar.statement();
        if (kind == Jump.Kind.RETURN && !grammar.leaving().mayReturn()) {
            throw cursor.wrong(LEAVES_FINALLY, cursor.span(start));
        }
        return new Jump(kind, "", value, cursor.span(start));
    }
}
