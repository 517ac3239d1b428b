package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.format.Layout;
import io.claviger.powershell.value.Conversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Out-File, Out-String, Out-Null, Out-Host and Tee-Object. */
final class OutCmdlets {

    private static final int FILE_WIDTH = 120;
    private static final int WIDEST = 10_000;

    private OutCmdlets() {}

    static Cmdlet outNull() {
        return Cmdlet.of(
                CoreDescriptions.core("Out-Null", "Throws away what comes.")
                        .with(CoreDescriptions.input())
                        .withExample("New-IAMUser -UserName alice | Out-Null"),
                (arguments, context) -> {});
    }

    static Cmdlet outHost() {
        return Cmdlet.remembering(
                CoreDescriptions.core("Out-Host", "Prints what comes.")
                        .withAliases("oh")
                        .with(CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Out-Host"),
                Showing::new);
    }

    private static Parameter width() {
        return Ranges.from(
                2,
                Parameter.of(
                        "Width",
                        ParameterType.INTEGER,
                        "Cells of a line; when not given, tables have 120 and lists what they need."));
    }

    static Cmdlet outString() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Out-String", "Writes what would be printed as text.")
                        .with(
                                width(),
                                Parameter.flag("NoNewline", "Leaves out the line ends."),
                                Parameter.flag("Stream", "Writes line by line."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Out-String")
                        .withOutput("System.String"),
                Printing::new);
    }

    static Cmdlet outFile() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Out-File", "Writes what would be printed into a file.")
                        .withImpact(Impact.MEDIUM)
                        .with(
                                Parameter.of("FilePath", ParameterType.STRING, "The file.")
                                        .alias("Path")
                                        .at(0)
                                        .required(),
                                Parameter.flag("Append", "Adds to the file."),
                                Parameter.flag("NoClobber", "Leaves a file alone that is there.")
                                        .alias("NoOverwrite"),
                                Parameter.flag("NoNewline", "Puts no line ends between objects."),
                                Parameter.flag("Force", "Has no effect."),
                                TextFiles.encoding(),
                                width(),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Out-File users.txt"),
                Filing::new);
    }

    static Cmdlet teeObject() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Tee-Object", "Keeps what comes in a variable or a file, and hands it on.")
                        .withAliases("tee")
                        .with(
                                Parameter.of("FilePath", ParameterType.STRING, "The file.")
                                        .at(0)
                                        .required()
                                        .in("File"),
                                Parameter.flag("Append", "Adds to the file.").in("File"),
                                Parameter.of("Variable", ParameterType.STRING, "The variable.")
                                        .required()
                                        .in("Variable"),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Tee-Object -Variable users"),
                Teeing::new);
    }

    /** A display into a text. Without {@code -Width}, tables have 120 cells, and lists as many as they need. */
    private static Display display(StringBuilder text, Arguments arguments) {
        int width = Math.clamp(arguments.integer("Width", FILE_WIDTH), 1, WIDEST);
        return arguments.has("Width")
                ? new Display(text::append, () -> width, false)
                : Display.unwrapped(text::append, width);
    }

    private static final class Showing implements Cmdlet.Run {

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            context.show(arguments.get(CoreDescriptions.INPUT));
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            context.show(Layout.end());
        }
    }

    private static final class Printing implements Cmdlet.Run {

        private final StringBuilder text = new StringBuilder();
        private @Nullable Display display;

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            if (display == null) {
                display = display(text, arguments);
            }
            display.show(arguments.get(CoreDescriptions.INPUT));
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            if (display != null) {
                display.finish();
            }
            if (arguments.flag("Stream")) {
                text.toString().lines().forEach(context::write);
            } else {
                context.write(arguments.flag("NoNewline") ? text.toString().replace("\n", "") : text.toString());
            }
        }
    }

    private static final class Filing implements Cmdlet.Run {

        private final StringBuilder text = new StringBuilder();
        private @Nullable Display display;

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            Object item = arguments.get(CoreDescriptions.INPUT);
            if (arguments.flag("NoNewline") && item instanceof String line) {
                text.append(line);
                return;
            }
            if (display == null) {
                display = display(text, arguments);
            }
            display.show(item);
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            if (display != null) {
                display.finish();
            }
            String path = arguments.text("FilePath").orElse("");
            if (context.shouldProcess(TextFiles.path(path, context).toString(), "Output to File")) {
                TextFiles.write(path, text.toString(), arguments, context);
            }
        }
    }

    private static final class Teeing implements Cmdlet.Run {

        private final List<@Nullable Object> items = new ArrayList<>();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
            items.add(item);
            context.write(item);
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            arguments
                    .text("Variable")
                    .ifPresent(name -> context.session()
                            .setVariable(name, items.size() == 1 ? items.getFirst() : Conversion.toList(items)));
            arguments.text("FilePath").ifPresent(path -> {
                StringBuilder text = new StringBuilder();
                Display display = Display.unwrapped(text::append, FILE_WIDTH);
                items.forEach(display::show);
                display.finish();
                TextFiles.write(path, text.toString(), arguments, context);
            });
        }
    }
}
