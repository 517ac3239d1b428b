package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Get-Error, which shows all that is known about errors. */
final class GetError {

    private static final ObjectType WHOLE = ObjectType.viewed(
            "System.Management.Automation.ErrorRecord#PSExtendedError",
            new View.Tree(
                    List.of("Exception", "InnerException", "InvocationInfo"), List.of("Exception", "InnerException")));

    private GetError() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Get-Error", "The newest errors, with all that is known of them.")
                        .withAliases("gerr")
                        .with(
                                Parameter.of("Newest", ParameterType.INTEGER, "How many; one when not given.")
                                        .alias("Last")
                                        .at(0),
                                CoreDescriptions.input())
                        .withExample("Get-Error -Newest 3")
                        .withOutput(WHOLE.name()),
                GetError::list);
    }

    private static void list(Arguments arguments, CmdletContext context) {
        if (arguments.has(CoreDescriptions.INPUT)) {
            show(arguments.get(CoreDescriptions.INPUT), -1, context);
            return;
        }
        List<@Nullable Object> errors = Conversion.toList(context.session().variable("Error"));
        int count = Math.clamp(arguments.integer("Newest", 1), 0, errors.size());
        for (int i = 0; i < count; i++) {
            show(errors.get(i), count > 1 ? i : -1, context);
        }
    }

    private static void show(@Nullable Object value, int index, CmdletContext context) {
        if (value instanceof ErrorRecord error) {
            ShellObject whole = new ShellObject(WHOLE);
            Members.names(error).forEach(name -> whole.with(name, Members.get(error, name)));
            if (index >= 0) {
                whole.with("PSErrorIndex", index);
            }
            context.write(whole.saying(error.message()));
        }
    }
}
