package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each part of the interpreter is given while one text runs: the session, the text, and the way to run what is
 * within the part. So no part knows another. PowerShell's engine has a class of this name for the same purpose.
 */
interface ExecutionContext {

    /** The session. */
    Engine engine();

    /** The text. */
    Source source();

    /** Runs statements, one after another; an error ends its own statement only, unless a {@code try} wants to catch it. */
    void run(Block block, Sink out);

    /** Runs one statement; errors are thrown. */
    void run(Statement statement, Sink out);

    /** Whether an expression, which is null, is no object at all: a variable of a command that wrote nothing. */
    boolean isNothing(Expression expression);

    /** The value of an expression. */
    @Nullable
    Object value(Expression expression);

    /** The value of a statement: that of an expression, or what commands write. */
    @Nullable
    Object value(Statement statement);

    /** The value of a condition, or of what a loop goes through; an error is shown there. */
    @Nullable
    Object condition(Statement statement);

    /** Everything that the statement writes. */
    List<@Nullable Object> written(Statement statement);

    /** Everything that the statements write. */
    List<@Nullable Object> written(Block block);

    /** The error, with a place in the text. */
    ErrorRecord at(ErrorRecord error, Span span);

    /** The same, unless the error has a place already. */
    TerminatingError placed(TerminatingError error, Span span);
}
