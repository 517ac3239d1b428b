package io.claviger.powershell.shell;

import io.claviger.powershell.format.Display;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.language.Statement.Jump;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one text. */
final class Interpreter implements ExecutionContext {

    private final Engine engine;
    private final Source source;
    private final Evaluator evaluator;
    private final Assigner assigner;
    private final Loops loops;

    Interpreter(Engine engine, Source source) {
        this.engine = engine;
        this.source = source;
        evaluator = new Evaluator(this);
        assigner = new Assigner(this);
        loops = new Loops(this);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public void run(Block block, Sink out) {
        for (Statement statement : block.statements()) {
            runOne(statement, out);
        }
    }

    /** Runs a whole text; the display learns where each statement ends. */
    void runOutermost(Body body, Display display) {
        for (Block block : new @Nullable Block[] {body.begin(), body.process(), body.end()}) {
            if (block != null) {
                for (Statement statement : block.statements()) {
                    runOne(statement, display::show);
                    display.rest();
                }
            }
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

    @Override
    public TerminatingError placed(TerminatingError error, Span span) {
        return error.error().origin().line() > 0
                ? error
                : new TerminatingError(at(Exceptions.wrapped(error.error()), span), error.endsScript());
    }

    @Override
    public ErrorRecord at(ErrorRecord error, Span span) {
        return SourcePositions.at(source, error, span, SourcePositions.stack(source, span, engine.scope()));
    }

    @Override
    public void run(Statement statement, Sink out) {
        switch (statement) {
            case Statement.Pipeline pipeline -> pipeline(pipeline, out);
            case Statement.Chain chain -> {
                runOne(chain.left(), out);
                if (engine.errors.succeeded() == chain.ifSucceeded()) {
                    runOne(chain.right(), out);
                }
            }
            case Statement.Assignment assignment -> {
                assigner.assign(assignment);
                if (Success.isGivenBy(assignment.value())) {
                    engine.errors.succeeded(true);
                }
            }
            case Statement.If branches -> branch(branches, out);
            case Statement.ForEach loop -> loops.forEach(loop, out);
            case Statement.While loop -> loops.whileHolds(loop, out);
            case Statement.Do loop -> loops.doThenAsk(loop, out);
            case Statement.For loop -> loops.counted(loop, out);
            case Statement.Switch chosen -> new SwitchStatement(this, chosen).run(out);
            case Statement.Try attempt -> new TryStatement(this).run(attempt, out);
            case Statement.Function function ->
                engine.scope().define(function.name(), new FunctionCmdlet(function.name(), function.body(), this));
            case Statement.Jump jump -> jump(jump, out);
        }
    }

    private void pipeline(Statement.Pipeline pipeline, Sink out) {
        boolean alone = pipeline.elements().size() == 1
                && pipeline.elements().getFirst().redirections().isEmpty();
        if (!alone || pipeline.elements().getFirst() instanceof Command.Call) {
            new PipelineRun(this, pipeline).run(out);
            return;
        }
        if (pipeline.elements().getFirst() instanceof Command.Value only) {
            @Nullable Object value = evaluator.value(only.expression());
            if (Success.isGivenBy(only.expression())) {
                engine.errors.succeeded(true);
            }
            boolean silent = only.expression() instanceof Expression.Step
                    || (only.expression() instanceof Expression.Cast cast
                            && cast.type().equalsIgnoreCase("void"))
                    || (value == null && isNothing(only.expression()))
                    || (only.expression() instanceof Expression.Method && value == null);
            if (!silent) {
                out.each(value);
            }
        }
    }

    @Override
    public boolean isNothing(Expression expression) {
        return switch (expression) {
            case Expression.Variable variable -> engine.scope().isNothing(variable.name());
            case Expression.Parenthesized inner
            when inner.statement() instanceof Statement.Pipeline pipeline
                    && pipeline.elements().size() == 1
                    && pipeline.elements().getFirst() instanceof Command.Value only -> isNothing(only.expression());
            default -> false;
        };
    }

    @Override
    public @Nullable Object value(Expression expression) {
        return evaluator.value(expression);
    }

    @Override
    public @Nullable Object value(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline
                && pipeline.elements().size() == 1
                && pipeline.elements().getFirst() instanceof Command.Value only
                && only.redirections().isEmpty()) {
            return evaluator.value(only.expression());
        }
        if (statement instanceof Statement.Assignment assignment) {
            return assigner.assign(assignment);
        }
        return Conversion.unwrapped(written(statement));
    }

    @Override
    public @Nullable Object condition(Statement statement) {
        try {
            return value(statement);
        } catch (TerminatingError error) {
            throw placed(error, statement.span());
        }
    }

    @Override
    public List<@Nullable Object> written(Statement statement) {
        List<@Nullable Object> written = new ArrayList<>();
        run(statement, collecting(written));
        return written;
    }

    @Override
    public List<@Nullable Object> written(Block block) {
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

    private void branch(Statement.If branches, Sink out) {
        for (Statement.Clause clause : branches.clauses()) {
            if (Conversion.isTrue(condition(clause.condition()))) {
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
            case BREAK -> throw new Flow.Break(jump.label());
            case CONTINUE -> throw new Flow.Continue(jump.label());
            case RETURN -> {
                if (value != null) {
                    run(value, out);
                }
                throw new Flow.Return();
            }
            case EXIT -> throw new Flow.Exit(value == null ? 0 : Conversion.toInteger(value(value)) & 0xff);
            case THROW ->
                throw engine.failures.thrown(
                        placed(
                                ThrownValues.error(
                                        value == null ? null : value(value), value == null, engine.failures.handled()),
                                jump.span()),
                        value == null);
        }
    }
}
