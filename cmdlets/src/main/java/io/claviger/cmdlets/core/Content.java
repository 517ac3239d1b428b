package io.claviger.cmdlets.core;

import io.claviger.cmdlets.command.Cmdlet;
import io.claviger.cmdlets.command.CmdletContext;
import io.claviger.cmdlets.command.Parameter;
import io.claviger.cmdlets.command.ParameterType;
import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;

/** Get-Content. */
final class Content {

    private Content() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                Describing.utility("Get-Content", "The lines of a file.")
                        .withAliases("gc", "cat", "type")
                        .with(
                                Parameter.of("Path", ParameterType.STRING.many(), "The files.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.flag("Raw", "The whole file as one text."),
                                Parameter.of("Encoding", ParameterType.STRING, "Only utf8.")
                                        .only("utf8", "utf8NoBOM"))
                        .withExample("New-IAMPolicy -PolicyName p -PolicyDocument (Get-Content policy.json -Raw)")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    for (String path : arguments.texts("Path")) {
                        if (!Files.exists(path, context)) {
                            context.writeError(missing(path, context));
                            continue;
                        }
                        String text = Files.read(path, context);
                        if (arguments.flag("Raw")) {
                            context.write(text);
                        } else {
                            text.lines().forEach(context::write);
                        }
                    }
                });
    }

    private static ErrorRecord missing(String name, CmdletContext context) {
        return ErrorRecord.of(
                        ErrorCategory.OBJECT_NOT_FOUND,
                        "PathNotFound",
                        "System.Management.Automation.ItemNotFoundException",
                        "Cannot find path '" + Files.path(name, context) + "' because it does not exist.")
                .about(Files.path(name, context).toString());
    }
}
