package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;

/** ConvertFrom-StringData, Test-Json and Write-Information. */
final class TextCmdlets {

    private TextCmdlets() {}

    static Cmdlet stringData() {
        return Cmdlet.of(
                CoreDescriptions.utility("ConvertFrom-StringData", "Makes a hashtable of lines such as name=value.")
                        .with(
                                Parameter.of("StringData", ParameterType.STRING, "The lines.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.of(
                                        "Delimiter",
                                        ParameterType.STRING,
                                        "What parts name and value; = if not given."))
                        .withExample("Get-Content settings.txt -Raw | ConvertFrom-StringData"),
                TextCmdlets::table);
    }

    private static void table(Arguments arguments, CmdletContext context) {
        Hashtable table = new Hashtable();
        String delimiter =
                arguments.text("Delimiter").filter(text -> !text.isEmpty()).orElse("=");
        for (String line : arguments.text("StringData").orElse("").lines().toList()) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int at = text.indexOf(delimiter);
            if (at < 0) {
                throw CoreDescriptions.problem(
                        ErrorCategory.INVALID_OPERATION,
                        "PSInvalidOperation",
                        "Data line '" + text + "' is not in 'name=value' format.");
            }
            String name = text.substring(0, at).strip();
            if (table.has(name)) {
                throw CoreDescriptions.problem(
                        ErrorCategory.INVALID_OPERATION,
                        "PSInvalidOperation",
                        "Data item '" + name + "' in line '" + text + "' is already defined.");
            }
            table.put(name, text.substring(at + delimiter.length()).strip());
        }
        context.write(table);
    }

    static Cmdlet testJson() {
        return Cmdlet.of(
                CoreDescriptions.utility("Test-Json", "Whether a text is JSON.")
                        .with(Parameter.of("Json", ParameterType.STRING, "The text.")
                                .at(0)
                                .required()
                                .byValue())
                        .withExample("Get-Content policy.json -Raw | Test-Json")
                        .withOutput("System.Boolean"),
                (arguments, context) ->
                        context.write(isJson(arguments.text("Json").orElse(""), context)));
    }

    private static boolean isJson(String text, CmdletContext context) {
        try {
            new JsonReader(true, 1024).read(text);
            return !text.isBlank();
        } catch (TerminatingError _) {
            context.writeError(ErrorRecord.of(
                    ErrorCategory.INVALID_DATA, "InvalidJson", "System.Exception", "Cannot parse the JSON."));
            return false;
        }
    }

    static Cmdlet writeInformation() {
        return Cmdlet.of(
                CoreDescriptions.utility("Write-Information", "Prints a text if -InformationAction asks for it.")
                        .with(
                                Parameter.of("MessageData", ParameterType.OBJECT, "The text.")
                                        .alias("Msg", "Message")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.of("Tags", ParameterType.STRING.many(), "Has no effect.")
                                        .at(1))
                        .withExample("Write-Information 'done'"),
                (arguments, context) -> context.writeInformation(Text.of(arguments.get("MessageData"))));
    }
}
