package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.language.Declared;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.value.Conversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of a script, as a cmdlet. */
final class FunctionCmdlet implements Cmdlet {

    private final Body body;
    private final ExecutionContext execution;
    private final FunctionParameters parameters;
    private final CmdletDescription description;
    private final boolean inPlace;
    private final @Nullable Scope home;

    FunctionCmdlet(String name, Body body, ExecutionContext execution) {
        this(name, body, execution, false, null);
    }

    /**
     * A function or a block.
     *
     * @param inPlace whether it runs in the scope that calls it
     * @param home the scope around its own one; {@code null} for the one that calls it
     */
    FunctionCmdlet(String name, Body body, ExecutionContext execution, boolean inPlace, @Nullable Scope home) {
        this.body = body;
        this.execution = execution;
        this.inPlace = inPlace;
        this.home = home;
        parameters = new FunctionParameters(name, body, execution);
        description = CmdletDescription.of(name, "", "")
                .withParameters(parameters.all())
                .withImpact(
                        switch (body.asks()) {
                            case NEVER -> Impact.NONE;
                            case LOW -> Impact.LOW;
                            case MEDIUM -> Impact.MEDIUM;
                            case HIGH -> Impact.HIGH;
                        })
                .withDefaultSet(body.defaultSet());
    }

    /** Whether it has {@code [CmdletBinding()]} or an attribute that means it. */
    boolean advanced() {
        return body.advanced();
    }

    @Override
    public CmdletDescription description() {
        return description;
    }

    /** Sets the parameters' variables in the current scope. */
    void set(Arguments arguments) {
        parameters.set(arguments, Arguments.NONE);
    }

    /** Sets the preferences that are given, {@code $PSCmdlet} and the parameters' variables in the current scope. */
    void open(Arguments arguments, CmdletContext context, Scope scope) {
        if (context instanceof StageContext stage) {
            stage.handDown(scope);
            scope.set(Invocation.VARIABLE, stage.invocation());
        }
        if (body.advanced()) {
            scope.set("PSCmdlet", ScriptCmdlet.of(context, arguments));
        }
        parameters.set(arguments, common(context));
    }

    private static Arguments common(CmdletContext context) {
        return context instanceof StageContext stage ? stage.common() : Arguments.NONE;
    }

    @Override
    public Run start() {
        return new Running();
    }

    /** The same function, run in the scope that calls it. */
    FunctionCmdlet inPlace() {
        return new FunctionCmdlet(description.name(), body, execution, true, null);
    }

    private Scope newScope() {
        Scope caller = execution.engine().scope();
        return inPlace ? caller : new Scope(home == null ? caller : home);
    }

    private final class Running implements Run {

        private final Scope scope = newScope();
        private final List<@Nullable Object> input = new ArrayList<>();
        private boolean returned;

        private void run(@Nullable Block block, CmdletContext context) {
            if (block == null || returned) {
                return;
            }
            execution.engine().calls.enter();
            try {
                execution.engine().scopes.in(scope, () -> execution.run(block, context::write));
            } catch (Flow.Return _) {
                returned = !block.equals(body.process());
            } catch (Flow.Failed failed) {
                throw failed.error();
            } finally {
                execution.engine().calls.leave();
            }
        }

        @Override
        public void begin(Arguments arguments, CmdletContext context) {
            scope.set("input", Conversion.toList(input));
            execution.engine().scopes.in(scope, () -> open(arguments, context, scope));
            run(body.begin(), context);
        }

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            execution.engine().scopes.in(scope, () -> parameters.set(arguments, common(context)));
            boolean piped = arguments.has(FunctionParameters.INPUT);
            @Nullable Object item = piped ? arguments.get(FunctionParameters.INPUT) : first(arguments);
            if (body.process() != null) {
                scope.set("_", item);
                run(body.process(), context);
            } else if (piped) {
                input.add(item);
            }
        }

        private @Nullable Object first(Arguments arguments) {
            return body.parameters().stream()
                    .filter(Declared::fromPipeline)
                    .findFirst()
                    .map(one -> arguments.get(one.name()))
                    .orElse(null);
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            scope.set("input", Conversion.toList(input));
            run(body.end(), context);
            if (context instanceof StageContext stage) {
                stage.end();
            }
        }
    }
}
