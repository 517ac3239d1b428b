package io.claviger.powershell.language;

/**
 * Text into a tree. Every text has an answer: a script, that it is incomplete, or what is wrong with it and where. Safe for
 * use by several threads.
 */
public final class Parser {

    /** The longest text, in characters. */
    public static final int LONGEST = 1 << 20;

    private Parser() {}

    /** Parses a text. */
    public static Parsed parse(Source source) {
        if (source.text().length() > LONGEST) {
            return new Parsed.Wrong("The text is longer than " + LONGEST + " characters.", 0);
        }
        Cursor cursor = new Cursor(source.text());
        try {
            return new Parsed.Script(source, new Grammar(cursor).statements.script());
        } catch (SyntaxError error) {
            return error.incomplete()
                    ? new Parsed.Incomplete(error.text(), error.offset())
                    : new Parsed.Wrong(error.text(), error.offset());
        }
    }

    /** The parts of the grammar, which need each other. */
    static final class Grammar {
        final Cursor cursor;
        final Leaving leaving = new Leaving();
        final EscapeSequences escapes;
        final Numbers numbers;
        final Variables variables;
        final Strings strings;
        final TypeLiterals types;
        final HashLiterals tables;
        final MemberAccess members;
        final Expressions expressions;
        final Primaries primaries;
        final Commands commands;
        final Statements statements;

        Grammar(Cursor cursor) {
            this.cursor = cursor;
            escapes = new EscapeSequences(cursor);
            numbers = new Numbers(cursor);
            variables = new Variables(this);
            strings = new Strings(this);
            types = new TypeLiterals(this);
            tables = new HashLiterals(this);
            members = new MemberAccess(this);
            primaries = new Primaries(this);
            expressions = new Expressions(this);
            commands = new Commands(this);
            statements = new Statements(this);
        }
    }
}
