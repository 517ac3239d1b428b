package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ConvertTo-Csv, ConvertFrom-Csv, Export-Csv and Import-Csv. */
final class CsvCmdlets {

    private CsvCmdlets() {}

    private static Parameter delimiter() {
        return Parameter.of("Delimiter", ParameterType.STRING, "What parts the values; a comma when not given.");
    }

    private static String delimiter(Arguments arguments) {
        return arguments
                .text("Delimiter")
                .filter(text -> !text.isEmpty())
                .orElse(",")
                .substring(0, 1);
    }

    private static Parameter quotes() {
        return Parameter.of("UseQuotes", ParameterType.STRING, "Which values are quoted; all when not given.")
                .alias("UQ")
                .only("Never", "Always", "AsNeeded");
    }

    private static CsvText.Style style(Arguments arguments) {
        return new CsvText.Style(delimiter(arguments), arguments.word("UseQuotes", "always"));
    }

    private static Parameter path() {
        return Parameter.of("Path", ParameterType.STRING, "The file.")
                .alias("FilePath")
                .at(0)
                .required();
    }

    static Cmdlet convertTo() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("ConvertTo-Csv", "Writes objects as comma-separated values.")
                        .with(
                                delimiter(),
                                Parameter.flag("NoTypeInformation", "Has no effect: no type is written anyway.")
                                        .alias("NTI"),
                                Parameter.flag("NoHeader", "Leaves out the line of names."),
                                quotes(),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | ConvertTo-Csv")
                        .withOutput("System.String"),
                Converting::new);
    }

    static Cmdlet exportCsv() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Export-Csv", "Writes objects into a file of comma-separated values.")
                        .withAliases("epcsv")
                        .with(
                                path(),
                                delimiter(),
                                Parameter.flag("Append", "Adds to the file."),
                                Parameter.flag("NoClobber", "Leaves a file alone that is there."),
                                Parameter.flag("Force", "Has no effect."),
                                TextFiles.encoding(),
                                quotes(),
                                Parameter.flag("NoTypeInformation", "Has no effect: no type is written anyway.")
                                        .alias("NTI"),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Export-Csv users.csv"),
                Exporting::new);
    }

    static Cmdlet importCsv() {
        return Cmdlet.of(
                CoreDescriptions.utility("Import-Csv", "Makes objects of a file of comma-separated values.")
                        .withAliases("ipcsv")
                        .with(
                                path().byValue(),
                                delimiter(),
                                Parameter.of(
                                        "Header", ParameterType.STRING.many(), "The names, when the file has none."))
                        .withExample("Import-Csv users.csv | ForEach-Object { New-IAMUser -UserName $_.UserName }"),
                (arguments, context) -> CsvText.parse(
                                TextFiles.read(arguments.text("Path").orElse(""), context),
                                delimiter(arguments),
                                arguments.texts("Header"))
                        .forEach(context::write));
    }

    static Cmdlet convertFrom() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("ConvertFrom-Csv", "Makes objects of comma-separated values.")
                        .with(
                                Parameter.of("InputObject", ParameterType.STRING.many(), "The lines.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                delimiter(),
                                Parameter.of(
                                        "Header", ParameterType.STRING.many(), "The names, when the text has none."))
                        .withExample("'a,b', '1,2' | ConvertFrom-Csv"),
                Reading::new);
    }

    private static final class Reading implements Cmdlet.Run {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            lines.addAll(arguments.texts(CoreDescriptions.INPUT));
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            CsvText.parse(String.join("\n", lines), delimiter(arguments), arguments.texts("Header"))
                    .forEach(context::write);
        }
    }

    /** Objects as lines, under the names of the first one's properties. */
    private static final class Sheet {

        private @Nullable List<String> columns;

        /** The object's line; for the first one, after the line of names if that is wanted. */
        List<String> lines(Object item, boolean names, Arguments arguments) {
            List<String> lines = new ArrayList<>();
            List<String> known = columns;
            if (known == null) {
                known = CsvText.columns(item);
                columns = known;
                if (names) {
                    lines.add(CsvText.header(known, style(arguments)));
                }
            }
            lines.add(CsvText.row(item, known, style(arguments)));
            return lines;
        }
    }

    private static final class Converting implements Cmdlet.Run {

        private final Sheet sheet = new Sheet();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            Object item = arguments.get(CoreDescriptions.INPUT);
            if (item != null) {
                sheet.lines(item, !arguments.flag("NoHeader"), arguments).forEach(context::write);
            }
        }
    }

    private static final class Exporting implements Cmdlet.Run {

        private final StringBuilder text = new StringBuilder();
        private final Sheet sheet = new Sheet();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            Object item = arguments.get(CoreDescriptions.INPUT);
            if (item != null) {
                boolean goesOn = arguments.flag("Append")
                        && java.nio.file.Files.exists(
                                TextFiles.path(arguments.text("Path").orElse(""), context));
                sheet.lines(item, !goesOn, arguments)
                        .forEach(line -> text.append(line).append('\n'));
            }
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            TextFiles.write(arguments.text("Path").orElse(""), text.toString(), arguments, context);
        }
    }
}
