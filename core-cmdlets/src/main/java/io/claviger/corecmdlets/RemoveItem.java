package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;

/** Remove-Item, for files and for variables of the environment. Folders stay. */
final class RemoveItem {

    private static final String ENVIRONMENT = "env:";

    private RemoveItem() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core("Remove-Item", "Deletes files, or variables of the environment (Env:NAME).")
                        .withAliases("ri", "del", "erase")
                        .withTypeName("Microsoft.PowerShell.Commands.RemoveItemCommand")
                        .withImpact(Impact.MEDIUM)
                        .with(
                                Parameter.of("Path", ParameterType.STRING.many(), "The files, without wildcards.")
                                        .alias("LiteralPath", "PSPath", "LP")
                                        .at(0)
                                        .required()
                                        .byValue()
                                        .byPropertyName(),
                                Parameter.flag("Force", "Has no effect."))
                        .withExample("Remove-Item new-keys.csv"),
                RemoveItem::remove);
    }

    private static void remove(Arguments arguments, CmdletContext context) {
        for (String name : arguments.texts("Path")) {
            if (name.toLowerCase(Locale.ROOT).startsWith(ENVIRONMENT)) {
                variable(name, context);
            } else {
                file(name, context);
            }
        }
    }

    private static void variable(String name, CmdletContext context) {
        String variable = name.substring(ENVIRONMENT.length());
        if (!context.session().environment().containsKey(variable)) {
            context.writeError(missing(name));
        } else if (context.shouldProcess("Item: " + variable, "Remove Item")) {
            context.session().environment().remove(variable);
        }
    }

    private static void file(String name, CmdletContext context) {
        Path path = TextFiles.path(name, context).normalize();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            context.writeError(missing(path.toString()));
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            context.writeError(failed(path, "It is a folder; Remove-Item deletes files only."));
            return;
        }
        if (context.shouldProcess(path.toString(), "Remove File")) {
            try {
                Files.delete(path);
            } catch (IOException error) {
                context.writeError(failed(path, "It cannot be deleted (" + error.getMessage() + ")."));
            }
        }
    }

    private static ErrorRecord missing(String path) {
        return ErrorRecord.of(
                        ErrorCategory.OBJECT_NOT_FOUND,
                        "PathNotFound",
                        "System.Management.Automation.ItemNotFoundException",
                        "Cannot find path '" + path + "' because it does not exist.")
                .about(path);
    }

    private static ErrorRecord failed(Path path, String why) {
        return ErrorRecord.of(
                        ErrorCategory.WRITE_ERROR,
                        "RemoveFileSystemItemIOError",
                        "System.IO.IOException",
                        "Cannot remove item " + path + ": " + why)
                .about(path.toString());
    }
}
