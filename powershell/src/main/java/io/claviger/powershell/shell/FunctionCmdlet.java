package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.language.Statement.Declared;
import io.claviger.powershell.operator.Casts;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function of a script, as a cmdlet. */
final class FunctionCmdlet implements Cmdlet {

    /** Types that put no restriction on a parameter's variable. */
    private static final Set<String> UNTYPED = Set.of("", "object", "psobject", "switch");

    private static final String REST = "args";
    private static final String INPUT = "InputObject";

    private final Body body;
    private final Execution execution;
    private final CmdletDescription description;
    private final boolean takesInputItself;

    FunctionCmdlet(String name, Body body, Execution execution) {
        this.body = body;
        this.execution = execution;
        takesInputItself = body.parameters().stream().anyMatch(one -> one.fromPipeline() || one.fromProperty());
        description = CmdletDescription.of(name, "", "")
                .withParameters(parameters())
                .withImpact(
                        switch (body.asks()) {
                            case NEVER -> Impact.NONE;
                            case LOW -> Impact.LOW;
                            case MEDIUM -> Impact.MEDIUM;
                            case HIGH -> Impact.HIGH;
                        });
    }

    private List<Parameter> parameters() {
        boolean placed = body.parameters().stream().anyMatch(one -> one.position() >= 0);
        List<Parameter> parameters = new ArrayList<>();
        for (Declared declared : body.parameters()) {
            ParameterType type = type(declared.type());
            int position = placed || type.isSwitch() ? declared.position() : parameters.size();
            parameters.add(parameter(declared, type).at(position));
        }
        boolean declaresInput =
                body.parameters().stream().anyMatch(one -> one.name().equalsIgnoreCase(INPUT));
        if (!takesInputItself && !declaresInput) {
            parameters.add(Parameter.of(INPUT, ParameterType.OBJECT, "").byValue());
        }
        if (!body.advanced()) {
            parameters.add(Parameter.of(REST, ParameterType.OBJECT.many(), "").rest());
        }
        return parameters;
    }

    private static Parameter parameter(Declared declared, ParameterType type) {
        Parameter made =
                Parameter.of(declared.name(), type, "").alias(declared.aliases().toArray(new String[0]));
        if (!declared.only().isEmpty()) {
            made = made.only(declared.only().toArray(new String[0]));
        }
        made = declared.mandatory() ? made.required() : made;
        made = declared.fromPipeline() ? made.byValue() : made;
        return declared.fromProperty() ? made.byPropertyName() : made;
    }

    private static ParameterType type(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "object", "psobject" -> ParameterType.OBJECT;
            case "switch" -> ParameterType.SWITCH;
            case "string" -> ParameterType.STRING;
            case "string[]" -> ParameterType.STRING.many();
            case "bool", "boolean" -> ParameterType.BOOLEAN;
            case "scriptblock" -> ParameterType.SCRIPT_BLOCK;
            case "hashtable" -> ParameterType.HASHTABLE;
            default -> ParameterType.of(Casts.fullName(name), value -> Casts.cast(name, value));
        };
    }

    @Override
    public CmdletDescription description() {
        return description;
    }

    /** The value of a parameter without an argument: the empty one of its type. */
    private static @Nullable Object unset(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "string", "int", "int32", "long", "int64", "double", "float", "single", "decimal", "bool", "boolean" ->
                Casts.cast(type, null);
            case "switch" -> false;
            default -> null;
        };
    }

    /** Sets the preferences that are given, {@code $PSCmdlet} and the parameters' variables in the current scope. */
    void open(Arguments arguments, CmdletContext context, Scope scope) {
        if (context instanceof StageContext stage) {
            stage.handDown(scope);
        }
        if (body.advanced()) {
            scope.set("PSCmdlet", ScriptCmdlet.of(context));
        }
        set(arguments);
    }

    /** Sets the parameters' variables in the current scope. */
    void set(Arguments arguments) {
        Scope scope = execution.engine().scope();
        for (Declared declared : body.parameters()) {
            @Nullable Expression otherwise = declared.otherwise();
            @Nullable Object value = arguments.get(declared.name());
            if (!arguments.has(declared.name())) {
                value = otherwise != null
                        ? type(declared.type()).convert(execution.value(otherwise))
                        : unset(declared.type());
            } else {
                value = value == null ? unset(declared.type()) : value;
                ParameterValidation.hold(declared, value);
            }
            scope.set(declared.name(), value);
            if (!UNTYPED.contains(declared.type().toLowerCase(Locale.ROOT))) {
                ParameterType type = type(declared.type());
                scope.keepType(declared.name(), type::convert);
            }
        }
        scope.set(REST, arguments.items(REST));
        Hashtable bound = Hashtable.dictionary("System.Object");
        arguments.values().forEach(bound::put);
        scope.set("PSBoundParameters", bound);
    }

    @Override
    public Run start() {
        return new Running();
    }

    private final class Running implements Run {

        private final Scope scope = new Scope(execution.engine().scope());
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
            execution.engine().scopes.in(scope, () -> open(arguments, context, scope));
            run(body.begin(), context);
        }

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            execution.engine().scopes.in(scope, () -> set(arguments));
            boolean piped = arguments.has(INPUT);
            @Nullable Object item = piped ? arguments.get(INPUT) : first(arguments);
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
        }
    }
}
