package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.ItemText;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Write-Output, Write-Host and so on, and Read-Host. */
final class WriteCmdlets {

    private WriteCmdlets() {}

    static Cmdlet writeOutput() {
        return Cmdlet.of(
                CoreDescriptions.utility("Write-Output", "Hands objects on.")
                        .withAliases("echo", "write")
                        .with(
                                Parameter.of("InputObject", ParameterType.OBJECT.many(), "The objects.")
                                        .at(0)
                                        .byValue()
                                        .rest(),
                                Parameter.flag("NoEnumerate", "Hands an array on as one object."))
                        .withExample("Write-Output alice, bob"),
                (arguments, context) -> {
                    if (arguments.flag("NoEnumerate")) {
                        context.write(arguments.get("InputObject"));
                    } else {
                        arguments.items("InputObject").forEach(context::writeAll);
                    }
                });
    }

    static Cmdlet writeHost() {
        return Cmdlet.of(
                CoreDescriptions.utility("Write-Host", "Prints text, which no pipeline catches.")
                        .with(
                                Parameter.of("Object", ParameterType.OBJECT.many(), "What is printed.")
                                        .at(0)
                                        .byValue()
                                        .rest(),
                                Parameter.flag("NoNewline", "Puts no line end after it."),
                                Parameter.of("Separator", ParameterType.OBJECT, "What stands between the objects."),
                                Parameter.of("ForegroundColor", ParameterType.STRING, "Has no effect."),
                                Parameter.of("BackgroundColor", ParameterType.STRING, "Has no effect."))
                        .withExample("Write-Host \"Done.\""),
                (arguments, context) -> context.writeHost(ItemText.joined(
                                flat(arguments.items("Object")),
                                arguments.has("Separator") ? Text.of(arguments.get("Separator")) : " ")
                        + (arguments.flag("NoNewline") ? "" : "\n")));
    }

    /** The array without nesting: the items of arrays within it take their place. */
    private static List<@Nullable Object> flat(List<@Nullable Object> items) {
        List<@Nullable Object> all = new ArrayList<>();
        items.forEach(item -> {
            if (item instanceof List<?> several) {
                all.addAll(several);
            } else {
                all.add(item);
            }
        });
        return all;
    }

    private static Cmdlet message(String name, String synopsis, BiConsumer<CmdletContext, String> write) {
        return Cmdlet.of(
                CoreDescriptions.utility(name, synopsis)
                        .with(Parameter.of("Message", ParameterType.STRING, "The text.")
                                .alias("Msg")
                                .at(0)
                                .required()
                                .byValue())
                        .withExample(name + " \"Key is old\""),
                (arguments, context) ->
                        write.accept(context, arguments.text("Message").orElse("")));
    }

    static Cmdlet writeWarning() {
        return message("Write-Warning", "Prints a warning.", CmdletContext::writeWarning);
    }

    static Cmdlet writeVerbose() {
        return message("Write-Verbose", "Prints a text when -Verbose asks for it.", CmdletContext::writeVerbose);
    }

    static Cmdlet writeDebug() {
        return message("Write-Debug", "Prints a text when -Debug asks for it.", CmdletContext::writeDebug);
    }

    static Cmdlet writeError() {
        return Cmdlet.of(
                CoreDescriptions.utility("Write-Error", "Reports an error.")
                        .with(
                                Parameter.of("Message", ParameterType.STRING, "The text.")
                                        .alias("Msg")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.of("ErrorId", ParameterType.STRING, "Its id."),
                                Parameter.of("TargetObject", ParameterType.OBJECT, "What it is about."))
                        .withExample("Write-Error \"No such team\""),
                WriteCmdlets::report);
    }

    private static void report(Arguments arguments, CmdletContext context) {
        context.writeError(ErrorRecord.of(
                        ErrorCategory.NOT_SPECIFIED,
                        arguments.text("ErrorId").orElse("Microsoft.PowerShell.Commands.WriteErrorException"),
                        "Microsoft.PowerShell.Commands.WriteErrorException",
                        arguments.text("Message").orElse(""))
                .about(arguments.get("TargetObject")));
    }

    static Cmdlet readHost() {
        return Cmdlet.of(
                CoreDescriptions.utility("Read-Host", "Asks for a line.")
                        .with(
                                Parameter.of("Prompt", ParameterType.OBJECT, "What is printed before it.")
                                        .at(0),
                                Parameter.flag("AsSecureString", "Shows nothing of what is typed."),
                                Parameter.flag("MaskInput", "Shows nothing of what is typed."))
                        .withExample("$name = Read-Host 'User name'")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    String prompt = arguments.has("Prompt") ? Text.of(arguments.get("Prompt")) + ": " : "";
                    boolean secret = arguments.flag("AsSecureString") || arguments.flag("MaskInput");
                    context.write(
                            secret
                                    ? context.prompts().secret(prompt)
                                    : context.prompts().line(prompt));
                });
    }
}
