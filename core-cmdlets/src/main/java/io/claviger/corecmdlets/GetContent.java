package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
                                Parameter.of("ReadCount", ParameterType.LONG, "How many lines are handed on at once."),
                                Parameter.of(
                                        "Delimiter", ParameterType.STRING, "What ends a part, instead of a line end."),
                                Parameter.flag("AsByteStream", "Hands on bytes."),
                                TextFiles.encoding())
                        .withExample("New-IAMPolicy -PolicyName p -PolicyDocument (Get-Content policy.json -Raw)")
                        .withOutput("System.String"),
                (arguments, context) -> {
                    for (String path : arguments.texts("Path")) {
                        if (!TextFiles.exists(path, context)) {
                            context.writeError(missing(path, context));
                            continue;
                        }
                        if (arguments.flag("AsByteStream")) {
                            List<Object> bytes = new ArrayList<>();
                            for (byte one : TextFiles.bytes(path, context)) {
                                bytes.add((short) Byte.toUnsignedInt(one));
                            }
                            chosen(bytes, arguments).forEach(context::write);
                            continue;
                        }
                        String text = TextFiles.read(path, arguments, context);
                        if (arguments.flag("Raw")) {
                            context.write(text.isEmpty() ? null : text);
                        } else {
                            write(chosen(parts(text, arguments), arguments), arguments, context);
                        }
                    }
                });
    }

    private static List<String> parts(String text, Arguments arguments) {
        String delimiter = arguments.text("Delimiter").orElse("");
        return delimiter.isEmpty()
                ? text.lines().toList()
                : List.of(text.split(Pattern.quote(delimiter), text.endsWith(delimiter) ? 0 : -1));
    }

    private static <T> List<T> chosen(List<T> parts, Arguments arguments) {
        int last = Math.clamp(arguments.integer("TotalCount", parts.size()), 0, parts.size());
        int from = Math.max(0, last - Math.max(0, arguments.integer("Tail", last)));
        return parts.subList(from, last);
    }

    private static void write(List<String> lines, Arguments arguments, CmdletContext context) {
        int count = arguments.has("ReadCount") ? Conversion.toInteger(arguments.get("ReadCount")) : 1;
        int step = count <= 0 ? Math.max(1, lines.size()) : count;
        for (int i = 0; i < lines.size(); i += step) {
            List<String> several = lines.subList(i, Math.min(lines.size(), i + step));
            context.write(several.size() == 1 ? several.getFirst() : List.copyOf(several));
        }
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
