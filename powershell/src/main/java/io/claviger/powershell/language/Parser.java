package io.claviger.powershell.language;

/**
 * Parses text to a tree. Every text has a result: a script, an incomplete one, or what is wrong with it and where. Safe
 * for use by several threads.
 */
public final class Parser {

    /** The longest text, in characters. */
    public static final int LONGEST = 1 << 20;

    private Parser() {}

    /** Parses a text. */
    public static Parsed parse(Source source) {
        if (source.text().length() > LONGEST) {
            return new Parsed.Wrong("The text is longer than " + LONGEST + " characters.", new Span(0, 1));
        }
        Cursor cursor = new Cursor(source.text());
        try {
            return new Parsed.Script(source, new Whole(cursor).statements.script());
        } catch (SyntaxError error) {
            return error.incomplete()
                    ? new Parsed.Incomplete(error.text(), error.place())
                    : new Parsed.Wrong(error.text(), error.place());
        }
    }

    /** The grammar on one text: each part makes the smaller parts that it needs, and finds the larger ones here. */
    private static final class Whole implements Grammar {

        private final Cursor cursor;
        private final JumpRules leaving = new JumpRules();
        private final Expressions expressions;
        private final Primaries primaries;
        private final Statements statements;

        Whole(Cursor cursor) {
            this.cursor = cursor;
            primaries = new Primaries(this);
            expressions = new Expressions(this);
            statements = new Statements(this);
        }

        @Override
        public Cursor cursor() {
            return cursor;
        }

        @Override
        public JumpRules leaving() {
            return leaving;
        }

        @Override
        public boolean startsExpression() {
            return expressions.startsExpression();
        }

        @Override
        public Expression expression() {
            return expressions.expression();
        }

        @Override
        public Expression single() {
            return expressions.single();
        }

        @Override
        public Expression primary() {
            return primaries.primary();
        }

        @Override
        public Expression parenthesized() {
            return primaries.parenthesized();
        }

        @Override
        public Expression script() {
            return primaries.script();
        }

        @Override
        public Statement statement() {
            return statements.statement();
        }

        @Override
        public Statement.Block until(char close, String missing) {
            return statements.until(close, missing);
        }

        @Override
        public Statement.Block braced(String missing) {
            return statements.braced(missing);
        }

        @Override
        public Statement.Body body() {
            return statements.body();
        }
    }
}
