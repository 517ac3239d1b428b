package io.claviger.powershell.language;

/** What the parts of the grammar read of each other: expressions hold statements, and statements expressions. */
interface Grammar {

    /** The place in the text, which reading moves on. */
    Cursor cursor();

    /** Which jumps are allowed there. */
    Leaving leaving();

    /** Whether an expression can begin here. */
    boolean startsExpression();

    /** A whole expression. */
    Expression expression();

    /** An expression that ends before a comma, which separates it from the next parameter. */
    Expression single();

    /** A value with its members. */
    Expression primary();

    /** At the parenthesis of a statement that is a value. */
    Expression parenthesized();

    /** At the brace of a script block. */
    Expression script();

    /** One statement. */
    Statement statement();

    /** Statements up to a closing character, which is taken; NUL is the end of the text. */
    Statement.Block until(char close, String missing);

    /** <code>{ ... }</code>, of a statement. */
    Statement.Block braced(String missing);

    /** After an opening brace: everything up to the closing one. */
    Statement.Body body();
}
