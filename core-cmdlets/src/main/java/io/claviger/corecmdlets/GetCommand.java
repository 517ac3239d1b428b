package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.util.List;
import java.util.Optional;

/** Get-Command: which commands there are. */
final class GetCommand {

    private static final ObjectType COMMAND = ObjectType.viewed(
            "System.Management.Automation.CmdletInfo",
            new View.Table(List.of(
                    new View.Column("CommandType", 15),
                    new View.Column("Name", 50),
                    new View.Column("Version", 10),
                    new View.Column("Source", 0))));

    private GetCommand() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core("Get-Command", "The commands that there are.")
                        .withAliases("gcm")
                        .with(
                                Parameter.of("Name", ParameterType.STRING.many(), "Their names; wildcards are allowed.")
                                        .at(0)
                                        .byValue()
                                        .byPropertyName(),
                                Parameter.of("Verb", ParameterType.STRING.many(), "The part before the dash."),
                                Parameter.of("Noun", ParameterType.STRING.many(), "The part after the dash."),
                                Parameter.of("Module", ParameterType.STRING.many(), "Where they come from."),
                                Parameter.flag("Syntax", "Writes how they are called."))
                        .withExample("Get-Command *AccessKey*"),
                GetCommand::list);
    }

    private static boolean fits(Arguments arguments, String parameter, String value) {
        return !arguments.has(parameter)
                || arguments.texts(parameter).stream().anyMatch(pattern -> Wildcard.matches(pattern, value));
    }

    private static void list(Arguments arguments, CmdletContext context) {
        for (String name : context.session().commands()) {
            int dash = name.indexOf('-');
            boolean named = fits(arguments, "Name", name)
                    && fits(arguments, "Verb", dash < 0 ? "" : name.substring(0, dash))
                    && fits(arguments, "Noun", name.substring(dash + 1));
            Optional<CmdletDescription> found = named ? context.session().command(name) : Optional.empty();
            if (found.isPresent() && fits(arguments, "Module", found.get().module())) {
                write(arguments, found.get(), context);
            }
        }
        arguments.texts("Name").stream()
                .filter(name -> !Wildcard.isIn(name))
                .forEach(name -> exactly(arguments, name, context));
    }

    /** Finds a name without wildcards that is no cmdlet's: an alias, or nothing. */
    private static void exactly(Arguments arguments, String name, CmdletContext context) {
        if (context.session().commands().stream().anyMatch(name::equalsIgnoreCase)) {
            return;
        }
        Optional<CmdletDescription> meant = context.session().command(name);
        if (meant.isPresent()) {
            write(arguments, meant.get(), context);
            return;
        }
        context.writeError(ErrorRecord.of(
                        ErrorCategory.OBJECT_NOT_FOUND,
                        "CommandNotFoundException",
                        "System.Management.Automation.CommandNotFoundException",
                        "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file, or"
                                + " executable program.\nCheck the spelling of the name, or if a path was included, verify"
                                + " that the path is correct and try again.")
                .about(name));
    }

    private static void write(Arguments arguments, CmdletDescription description, CmdletContext context) {
        if (arguments.flag("Syntax")) {
            SyntaxText.of(description).forEach(context::write);
            return;
        }
        context.write(new ShellObject(COMMAND)
                .with("CommandType", description.module().isEmpty() ? "Function" : "Cmdlet")
                .with("Name", description.name())
                .with("Version", "")
                .with("Source", description.module())
                .with(
                        "Parameters",
                        description.parameters().stream().map(Parameter::name).toList()));
    }
}
