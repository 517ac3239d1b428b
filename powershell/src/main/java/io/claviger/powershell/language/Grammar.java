package io.claviger.powershell.language;

/** What the parts of the grammar need of each other: expressions contain statements, and statements expressions. */
interface Grammar {

    /** The place in the text. */
    Cursor cursor();

    /** Which jumps are allowed there. */
    JumpRules leaving();

    /** Whether an expression can begin here. */
    boolean startsExpression();

    /** A whole expression. */
    Expression expression();

    /** An expression that ends before a comma, which separates it from the next parameter. */
    Expression single();

    /** A value with its members. */
    Expression primary();

    /** Reads a statement in parentheses, at the opening one. */
    Expression parenthesized();

    /** Reads a script block, at its brace. */
    Expression script();

    /** One statement. */
    Statement statement();

    /** Reads statements up to and including a closing character; NUL stands for the end of the text. */
    Statement.Block until(char close, String missing);

    /** Reads <code>{ ... }</code>. */
    Statement.Block braced(String missing);

    /** Reads a body; after its opening brace. */
    Statement.Body body();
}
