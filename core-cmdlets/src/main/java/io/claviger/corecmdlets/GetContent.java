package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.util.List;

/** Get-Content. */
final class GetContent {

    private GetContent() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Get-Content", "The lines of a file.")
                        .withAliases("gc", "cat", "type")
                        .with(
                                Parameter.of("Path", ParameterType.STRING.many(), "The files.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.flag("Raw", "The whole file as one text."),
                                Parameter.of("TotalCount", ParameterType.INTEGER, "How many lines from the start.")
                                        .alias("First", "Head"),
                                Parameter.of("Tail", ParameterType.INTEGER, "How many lines from the end.")
                                        .alias("Last"),
                                TextFiles.encoding())
                        .withExample("New-IAMPolicy -PolicyName p -PolicyDocument (Get-Content policy.json -Raw)")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    for (String path : arguments.texts("Path")) {
                        if (!TextFiles.exists(path, context)) {
                            context.writeError(missing(path, context));
                            continue;
                        }
                        String text = TextFiles.read(path, context);
                        if (arguments.flag("Raw")) {
                            context.write(text);
                        } else {
                            lines(text, arguments).forEach(context::write);
                        }
                    }
                });
    }

    private static List<String> lines(String text, Arguments arguments) {
        List<String> lines = text.lines().toList();
        int last = Math.clamp(arguments.integer("TotalCount", lines.size()), 0, lines.size());
        int from = Math.max(0, last - Math.max(0, arguments.integer("Tail", last)));
        return lines.subList(from, last);
    }

    private static ErrorRecord missing(String name, CmdletContext context) {
        return ErrorRecord.of(
                        ErrorCategory.OBJECT_NOT_FOUND,
                        "PathNotFound",
                        "System.Management.Automation.ItemNotFoundException",
                        "Cannot find path '" + TextFiles.path(name, context) + "' because it does not exist.")
                .about(TextFiles.path(name, context).toString());
    }
}
