package io.claviger.powershell.core;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.format.Layout;
import io.claviger.powershell.value.Conversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where output goes: Out-File, Out-String, Out-Null, Out-Host, Tee-Object. */
final class Outputs {

    private static final int FILE_WIDTH = 120;
    private static final int WIDEST = 10_000;

    private Outputs() {}

    static Cmdlet nowhere() {
        return Cmdlet.of(
                Describing.core("Out-Null", "Throws away what comes.")
                        .with(Describing.input())
                        .withExample("New-IAMUser -UserName alice | Out-Null"),
                (arguments, context) -> {});
    }

    static Cmdlet host() {
        return Cmdlet.remembering(
                Describing.core("Out-Host", "Prints what comes.")
                        .withAliases("oh")
                        .with(Describing.input())
                        .withExample("Get-IAMUserList | Out-Host"),
                Showing::new);
    }

    static Cmdlet string() {
        return Cmdlet.remembering(
                Describing.utility("Out-String", "Writes what would be printed as text.")
                        .with(
                                Parameter.of(
                                        "Width",
                                        ParameterType.INTEGER,
                                        "Cells of a line; when not given, tables have 120 and lists what they need."),
                                Describing.input())
                        .withExample("Get-IAMUserList | Out-String")
                        .withOutput("System.String"),
                Printing::new);
    }

    static Cmdlet file() {
        return Cmdlet.remembering(
                Describing.utility("Out-File", "Writes what would be printed into a file.")
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
                                Files.encoding(),
                                Parameter.of(
                                        "Width",
                                        ParameterType.INTEGER,
                                        "Cells of a line; when not given, tables have 120 and lists what they need."),
                                Describing.input())
                        .withExample("Get-IAMUserList | Out-File users.txt"),
                Filing::new);
    }

    static Cmdlet tee() {
        return Cmdlet.remembering(
                Describing.utility("Tee-Object", "Keeps what comes in a variable or a file, and hands it on.")
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
                                Describing.input())
                        .withExample("Get-IAMUserList | Tee-Object -Variable users"),
                Teeing::new);
    }

    /** Where no width is said, tables have 120 cells, and lists as many as they need. */
    private static Display display(StringBuilder text, Arguments arguments) {
        int width = Math.clamp(arguments.integer("Width", FILE_WIDTH), 1, WIDEST);
        return arguments.has("Width")
                ? new Display(text::append, () -> width, false)
                : Display.unwrapped(text::append, width);
    }

    private static final class Showing implements Cmdlet.Run {

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            context.show(arguments.get(Describing.INPUT));
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
            display.show(arguments.get(Describing.INPUT));
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            if (display != null) {
                display.finish();
            }
            context.write(text.toString());
        }
    }

    private static final class Filing implements Cmdlet.Run {

        private final StringBuilder text = new StringBuilder();
        private @Nullable Display display;

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            Object item = arguments.get(Describing.INPUT);
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
            Files.write(arguments.text("FilePath").orElse(""), text.toString(), arguments, context);
        }
    }

    private static final class Teeing implements Cmdlet.Run {

        private final List<@Nullable Object> items = new ArrayList<>();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            @Nullable Object item = arguments.get(Describing.INPUT);
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
                Files.write(path, text.toString(), arguments, context);
            });
        }
    }
}
