package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Set-Content and Add-Content, which write texts into files, line by line. */
final class SetContent implements Cmdlet.Run {

    private final boolean adds;
    private final List<String> lines = new ArrayList<>();

    private SetContent(boolean adds) {
        this.adds = adds;
    }

    static Cmdlet set() {
        return cmdlet("Set-Content", "Writes a file, in the place of one that is there.", "sc", false);
    }

    static Cmdlet add() {
        return cmdlet("Add-Content", "Adds lines to a file.", "ac", true);
    }

    private static Cmdlet cmdlet(String name, String synopsis, String alias, boolean adds) {
        return Cmdlet.remembering(
                CoreDescriptions.management(name, synopsis)
                        .withAliases(alias)
                        .withImpact(Impact.MEDIUM)
                        .with(
                                Parameter.of("Path", ParameterType.STRING.many(), "The files.")
                                        .alias("LiteralPath")
                                        .at(0)
                                        .required()
                                        .byPropertyName(),
                                Parameter.of("Value", ParameterType.OBJECT.many(), "What is written.")
                                        .at(1)
                                        .byValue(),
                                Parameter.flag("NoNewline", "Puts no line ends between the values."),
                                Parameter.flag("Force", "Has no effect."),
                                Parameter.flag("PassThru", "Hands the values on."),
                                TextFiles.encoding())
                        .withExample("'alice', 'bob' | " + name + " users.txt"),
                () -> new SetContent(adds));
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        for (Object item : arguments.items("Value")) {
            add(item);
            if (arguments.flag("PassThru")) {
                context.write(item);
            }
        }
    }

    private void add(@Nullable Object item) {
        if (item instanceof List<?> several) {
            several.forEach(this::add);
        } else {
            lines.add(Text.of(item));
        }
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        String end = arguments.flag("NoNewline") ? "" : "\n";
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(end));
        FileEncoding encoding = FileEncoding.named(arguments.word("Encoding", "utf8"));
        for (String path : arguments.texts("Path")) {
            if (!context.shouldProcess(
                    "Path: " + TextFiles.path(path, context), adds ? "Add Content" : "Set Content")) {
                continue;
            }
            boolean goesOn = adds && TextFiles.exists(path, context);
            FileEncoding fitting = goesOn && !arguments.has("Encoding")
                    ? FileEncoding.marked(TextFiles.bytes(path, context), encoding)
                    : encoding;
            TextFiles.write(path, fitting.bytes(text.toString(), goesOn), adds, false, context);
        }
    }
}
