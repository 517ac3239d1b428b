package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Get-Variable, Set-Variable, Clear-Variable and Remove-Variable. */
final class VariableCmdlets {

    private static final ObjectType VARIABLE = ObjectType.viewed(
            "System.Management.Automation.PSVariable",
            new View.Table(List.of(new View.Column("Name", 30), new View.Column("Value", 0))));

    private VariableCmdlets() {}

    private static Parameter name() {
        Completion known =
                (bound, session) -> List.copyOf(session.visibleVariables().keySet());
        return Parameter.of("Name", ParameterType.STRING.many(), "Their names, without the dollar sign.")
                .at(0)
                .byValue()
                .byPropertyName()
                .offering(known);
    }

    private static Parameter scope() {
        return Parameter.of("Scope", ParameterType.STRING, "Local is the function that runs, Global the whole session.")
                .only("Global", "Local", "Script");
    }

    private static boolean everywhere(Arguments arguments) {
        return !arguments.word("Scope", "local").equals("local");
    }

    private static ShellObject variable(String name, @Nullable Object value) {
        return new ShellObject(VARIABLE).with("Name", name).with("Value", value);
    }

    static Cmdlet getVariable() {
        return Cmdlet.of(
                CoreDescriptions.utility("Get-Variable", "The variables and their values.")
                        .withAliases("gv")
                        .with(name(), Parameter.flag("ValueOnly", "Only the values."))
                        .withExample("Get-Variable *Preference")
                        .withOutput(VARIABLE.name()),
                (arguments, context) -> {
                    List<String> patterns = arguments.has("Name") ? arguments.texts("Name") : List.of("*");
                    for (String pattern : patterns) {
                        fitting(pattern, context)
                                .forEach((name, value) ->
                                        context.write(arguments.flag("ValueOnly") ? value : variable(name, value)));
                    }
                });
    }

    /** The variables that match a name or a pattern. If a name matches none, that is an error. */
    private static Map<String, @Nullable Object> fitting(String pattern, CmdletContext context) {
        Map<String, @Nullable Object> found = context.session().visibleVariables();
        found.keySet().removeIf(name -> !Wildcard.matches(pattern, name));
        if (found.isEmpty() && !Wildcard.isIn(pattern)) {
            context.writeError(ErrorRecord.of(
                            ErrorCategory.OBJECT_NOT_FOUND,
                            "VariableNotFound",
                            "System.Management.Automation.ItemNotFoundException",
                            "Cannot find a variable with the name '" + pattern + "'.")
                    .about(pattern));
        }
        return found;
    }

    static Cmdlet setVariable() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Set-Variable", "Gives a variable a value.")
                        .withAliases("sv", "set")
                        .withImpact(Impact.MEDIUM)
                        .with(
                                Parameter.of("Name", ParameterType.STRING.many(), "The names, without the dollar sign.")
                                        .at(0)
                                        .required()
                                        .byPropertyName(),
                                Parameter.of("Value", ParameterType.OBJECT, "The value.")
                                        .at(1)
                                        .byValue()
                                        .byPropertyName(),
                                scope(),
                                Parameter.flag("PassThru", "Writes the variable."))
                        .withExample("Get-IAMUserList | Set-Variable users"),
                Setting::new);
    }

    /** Set-Variable, which makes one value of all its input. */
    private static final class Setting implements Cmdlet.Run {

        private final List<@Nullable Object> input = new ArrayList<>();
        private boolean typed;

        @Override
        public void begin(Arguments arguments, CmdletContext context) {
            typed = arguments.has("Value");
        }

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            if (!typed && arguments.has("Value")) {
                input.add(arguments.get("Value"));
            }
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            @Nullable
            Object value = typed ? arguments.get("Value") : input.size() == 1 ? input.getFirst() : several(input);
            for (String name : arguments.texts("Name")) {
                if (context.shouldProcess("Name: " + name + " Value: " + Text.of(value), "Set variable")) {
                    context.session().assign(name, value, everywhere(arguments));
                    if (arguments.flag("PassThru")) {
                        context.write(variable(name, value));
                    }
                }
            }
        }

        private static @Nullable Object several(List<@Nullable Object> items) {
            return items.isEmpty() ? null : Conversion.toList(items);
        }
    }

    static Cmdlet clearVariable() {
        return Cmdlet.of(
                CoreDescriptions.utility("Clear-Variable", "Takes the value of a variable away.")
                        .withAliases("clv")
                        .withImpact(Impact.MEDIUM)
                        .with(name().required(), scope())
                        .withExample("Clear-Variable keys"),
                (arguments, context) -> eachOf(
                        arguments,
                        context,
                        "Clear variable",
                        name -> context.session().assign(name, null, everywhere(arguments))));
    }

    static Cmdlet removeVariable() {
        return Cmdlet.of(
                CoreDescriptions.utility("Remove-Variable", "Forgets a variable.")
                        .withAliases("rv")
                        .withImpact(Impact.MEDIUM)
                        .with(name().required(), Parameter.flag("Force", "Has no effect."))
                        .withExample("Remove-Variable keys"),
                (arguments, context) -> eachOf(
                        arguments,
                        context,
                        "Remove variable",
                        name -> context.session().forget(name)));
    }

    private static void eachOf(Arguments arguments, CmdletContext context, String what, Consumer<String> done) {
        for (String pattern : arguments.texts("Name")) {
            for (String name : fitting(pattern, context).keySet()) {
                if (context.shouldProcess("Name: " + name, what)) {
                    done.accept(name);
                }
            }
        }
    }
}
