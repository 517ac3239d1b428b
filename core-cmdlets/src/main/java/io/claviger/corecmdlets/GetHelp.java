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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Get-Help, which shows a cmdlet's purpose, syntax and parameters. */
final class GetHelp {

    private static final ObjectType TOPIC =
            ObjectType.viewed("HelpInfoShort", View.ofProperties(List.of("Name", "Category", "Module", "Synopsis")));

    private GetHelp() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core("Get-Help", "What a cmdlet is for and how it is called.")
                        .withAliases("help", "man")
                        .with(
                                Parameter.of("Name", ParameterType.STRING, "The cmdlet; wildcards list those that fit.")
                                        .at(0)
                                        .byPropertyName(),
                                Parameter.of("Parameter", ParameterType.STRING.many(), "Only these parameters."),
                                Parameter.flag("Examples", "Only the example."),
                                Parameter.flag("Full", "Everything; it is shown anyway."),
                                Parameter.flag("Detailed", "Everything; it is shown anyway."))
                        .withExample("Get-Help New-IAMAccessKey"),
                GetHelp::show);
    }

    private static void show(Arguments arguments, CmdletContext context) {
        String name = arguments.text("Name").orElse("Get-Help");
        Optional<CmdletDescription> cmdlet = context.session().command(name);
        if (cmdlet.isPresent()) {
            page(cmdlet.get(), arguments).forEach(context::write);
            return;
        }
        List<String> fitting = context.session().commands().stream()
                .filter(one -> Wildcard.matches(Wildcard.isIn(name) ? name : "*" + name + "*", one))
                .toList();
        for (String one : fitting) {
            context.session().command(one).ifPresent(found -> context.write(topic(found)));
        }
        if (fitting.isEmpty()) {
            context.writeError(ErrorRecord.of(
                            ErrorCategory.OBJECT_NOT_FOUND,
                            "HelpNotFound",
                            "Microsoft.PowerShell.Commands.HelpNotFoundException",
                            "Get-Help could not find " + name
                                    + " in a help file in this session. Get-Command shows which"
                                    + " commands there are.")
                    .about(name));
        }
    }

    private static ShellObject topic(CmdletDescription description) {
        return new ShellObject(TOPIC)
                .with("Name", description.name())
                .with("Category", description.module().isEmpty() ? "Function" : "Cmdlet")
                .with("Module", description.module())
                .with("Synopsis", description.synopsis().text());
    }

    private static List<String> page(CmdletDescription description, Arguments arguments) {
        Text text = new Text();
        if (arguments.has("Parameter")) {
            description.parameters().stream()
                    .filter(one -> arguments.texts("Parameter").stream()
                            .anyMatch(pattern -> Wildcard.matches(pattern, one.name())))
                    .forEach(text::parameter);
            return text.lines;
        }
        text.section("NAME", List.of(description.name()));
        if (!arguments.flag("Examples")) {
            text.section("SYNOPSIS", List.of(description.synopsis().text()));
            text.section("SYNTAX", SyntaxText.of(description));
            if (!description.aliases().isEmpty()) {
                text.section("ALIASES", List.of(String.join(", ", description.aliases())));
            }
            if (!description.parameters().isEmpty()) {
                text.lines.add("PARAMETERS");
                description.parameters().forEach(text::parameter);
            }
            String output = description.output().type();
            if (!output.isEmpty()) {
                text.section("OUTPUTS", List.of(output));
            }
        }
        String example = description.example().text();
        if (!example.isEmpty()) {
            text.section("EXAMPLE", example.lines().map(line -> "PS > " + line).toList());
        }
        return text.lines;
    }

    /** A page of help, line by line. */
    private static final class Text {

        private final List<String> lines = new ArrayList<>();

        void section(String title, List<String> content) {
            lines.add(title);
            content.forEach(line -> lines.add("    " + line));
            lines.add("");
        }

        void parameter(Parameter parameter) {
            String type = parameter.type().isSwitch() ? "" : " <" + SyntaxText.type(parameter) + ">";
            lines.add("    -" + parameter.name() + type);
            lines.add("        " + parameter.help().text());
            String place = parameter.position() >= 0 ? String.valueOf(parameter.position()) : "named";
            lines.add("        Required: " + parameter.mandatory() + ". Position: " + place + ". From the pipeline: "
                    + pipeline(parameter) + "."
                    + (parameter.aliases().isEmpty()
                            ? ""
                            : " Aliases: " + String.join(", ", parameter.aliases()) + "."));
            lines.add("");
        }

        private static String pipeline(Parameter parameter) {
            if (parameter.fromPipeline()) {
                return parameter.fromProperty() ? "by value, by property name" : "by value";
            }
            return parameter.fromProperty() ? "by property name" : "no";
        }
    }
}
