package io.claviger.powershell.shell;

import io.claviger.powershell.format.Display;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Jump;
import io.claviger.powershell.operator.ExceptionTypes;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what the statements of one text say. */
final class Interpreter {

    final Engine engine;
    final Source source;
    private final Evaluator evaluator;
    private final Assigner assigner;
    private final Loops loops;

    Interpreter(Engine engine, Source source) {
        this.engine = engine;
        this.source = source;
        evaluator = new Evaluator(this);
        assigner = new Assigner(this, evaluator);
        loops = new Loops(this);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Does the statements, one after another; an error ends its statement alone, unless somebody wants to catch it. */
    void run(Block block, Sink out) {
        for (Statement statement : block.statements()) {
            runOne(statement, out);
        }
    }

    /** The same for what is no statement's part; the display is told where each one ends. */
    void runOutermost(Block block, Display display) {
        for (Statement statement : block.statements()) {
            runOne(statement, display::show);
            display.rest();
        }
    }

    private void runOne(Statement statement, Sink out) {
        engine.stops.check();
        try {
            run(statement, out);
        } catch (TerminatingError error) {
            engine.failures.decide(placed(error, statement.span()));
        }
    }

    /** The error with its place, if it has none. */
    TerminatingError placed(TerminatingError error, Span span) {
        return error.error().origin().line() > 0
                ? error
                : new TerminatingError(at(Exceptions.wrapped(error.error()), span), error.endsScript());
    }

    ErrorRecord at(ErrorRecord error, Span span) {
        int start = source.lineStart(span.start());
        ErrorRecord.Origin origin = error.origin();
        return error.at(new ErrorRecord.Origin(
                origin.command(),
                origin.commandType(),
                source.file(),
                source.line(span.start()),
                source.lineText(span.start()),
                span.start() - start,
                span.end() - start));
    }

    void run(Statement statement, Sink out) {
        switch (statement) {
            case Statement.Pipeline pipeline -> pipeline(pipeline, out);
            case Statement.Assignment assignment -> {
                assigner.assign(assignment);
                engine.succeeded(true);
            }
            case Statement.If branches -> branch(branches, out);
            case Statement.ForEach loop -> loops.forEach(loop, out);
            case Statement.While loop -> loops.whileHolds(loop, out);
            case Statement.Do loop -> loops.doThenAsk(loop, out);
            case Statement.For loop -> loops.counted(loop, out);
            case Statement.Try attempt -> new Attempt(this).run(attempt, out);
            case Statement.Function function ->
                engine.scope().define(function.name(), new FunctionCmdlet(function.name(), function.body(), this));
            case Statement.Jump jump -> jump(jump, out);
        }
    }

    private void pipeline(Statement.Pipeline pipeline, Sink out) {
        if (pipeline.elements().size() > 1 || pipeline.elements().getFirst() instanceof Command.Call) {
            new PipelineRun(this, pipeline).run(out);
            return;
        }
        if (pipeline.elements().getFirst() instanceof Command.Value only) {
            @Nullable Object value = evaluator.value(only.expression());
            engine.succeeded(true);
            boolean silent = only.expression() instanceof Expression.Step
                    || (only.expression() instanceof Expression.Method && value == null);
            if (!silent) {
                enumerate(value, out);
            }
        }
    }

    static void enumerate(@Nullable Object value, Sink out) {
        if (value instanceof List<?> items) {
            new ArrayList<@Nullable Object>(items).forEach(out::accept);
        } else {
            out.accept(value);
        }
    }

    /** The value of a statement: of an expression as it is, of commands what they write. */
    @Nullable
    Object value(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline
                && pipeline.elements().size() == 1
                && pipeline.elements().getFirst() instanceof Command.Value only) {
            return evaluator.value(only.expression());
        }
        if (statement instanceof Statement.Assignment assignment) {
            return assigner.assign(assignment);
        }
        return one(written(statement));
    }

    List<@Nullable Object> written(Statement statement) {
        List<@Nullable Object> written = new ArrayList<>();
        run(statement, collecting(written));
        return written;
    }

    List<@Nullable Object> written(Block block) {
        List<@Nullable Object> written = new ArrayList<>();
        run(block, collecting(written));
        return written;
    }

    private static Sink collecting(List<@Nullable Object> written) {
        return value -> {
            Bounds.items(written.size());
            written.add(value);
        };
    }

    static @Nullable Object one(List<@Nullable Object> written) {
        return switch (written.size()) {
            case 0 -> null;
            case 1 -> written.getFirst();
            default -> written;
        };
    }

    boolean holds(Statement condition) {
        return Conversion.isTrue(value(condition));
    }

    private void branch(Statement.If branches, Sink out) {
        for (Statement.Clause clause : branches.clauses()) {
            if (holds(clause.condition())) {
                run(clause.body(), out);
                return;
            }
        }
        @Nullable Block otherwise = branches.otherwise();
        if (otherwise != null) {
            run(otherwise, out);
        }
    }

    private void jump(Jump jump, Sink out) {
        @Nullable Statement value = jump.value();
        switch (jump.kind()) {
            case BREAK -> throw new Flow.Break();
            case CONTINUE -> throw new Flow.Continue();
            case RETURN -> {
                if (value != null) {
                    run(value, out);
                }
                throw new Flow.Return();
            }
            case EXIT -> throw new Flow.Exit(value == null ? 0 : Conversion.toInteger(value(value)));
            case THROW ->
                throw engine.failures.thrown(
                        placed(thrown(value == null ? null : value(value), value == null), jump.span()));
        }
    }

    private TerminatingError thrown(@Nullable Object value, boolean again) {
        @Nullable TerminatingError handled = engine.handled();
        if (again && handled != null) {
            return new TerminatingError(handled.error(), true);
        }
        if (value instanceof ErrorRecord error) {
            return new TerminatingError(error, true);
        }
        Optional<ErrorRecord> exception = Exceptions.thrown(value);
        if (exception.isPresent()) {
            return new TerminatingError(exception.get(), true);
        }
        String message = value == null ? "ScriptHalted" : Text.of(value);
        return new TerminatingError(
                ErrorRecord.of(ErrorCategory.OPERATION_STOPPED, message, ExceptionTypes.RUNTIME, message)
                        .about(value),
                true);
    }
}
