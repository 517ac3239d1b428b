package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TypeNames;
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
        return new CsvText.Style(
                delimiter(arguments), arguments.word("UseQuotes", "always"), arguments.texts("QuoteFields"));
    }

    private static Parameter quoted() {
        return Parameter.of("QuoteFields", ParameterType.STRING.many(), "The columns that are quoted, and no others.")
                .alias("QF");
    }

    private static Parameter typeLine() {
        return Parameter.flag("IncludeTypeInformation", "Writes the type of the objects before them.")
                .alias("ITI");
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
                                quoted(),
                                typeLine(),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | ConvertTo-Csv")
                        .withOutput("System.String"),
                Converting::new);
    }

    static Cmdlet exportCsv() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Export-Csv", "Writes objects into a file of comma-separated values.")
                        .withImpact(Impact.MEDIUM)
                        .withAliases("epcsv")
                        .with(
                                path(),
                                delimiter(),
                                Parameter.flag("Append", "Adds to the file."),
                                Parameter.flag("NoClobber", "Leaves a file alone that is there."),
                                Parameter.flag("Force", "Appends objects that lack some of the file's columns."),
                                TextFiles.encoding(),
                                quotes(),
                                quoted(),
                                typeLine(),
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
                                TextFiles.encoding(),
                                Parameter.of(
                                        "Header", ParameterType.STRING.many(), "The names, when the file has none."))
                        .withExample("Import-Csv users.csv | ForEach-Object { New-IAMUser -UserName $_.UserName }"),
                (arguments, context) -> CsvReader.parse(
                                TextFiles.read(arguments.text("Path").orElse(""), arguments, context),
                                delimiter(arguments),
                                arguments.texts("Header"),
                                context)
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
            CsvReader.parse(String.join("\n", lines), delimiter(arguments), arguments.texts("Header"), context)
                    .forEach(context::write);
        }
    }

    /** Objects as lines, under the names of the first one's properties. */
    private static final class Sheet {

        private @Nullable List<String> columns;

        /** Goes on under names that are in the file already. */
        void continued(List<String> names) {
            columns = names;
        }

        /** The object's line; for the first one, after the line of names if that is wanted. */
        List<String> lines(Object item, boolean names, Arguments arguments) {
            List<String> lines = new ArrayList<>();
            List<String> known = columns;
            if (known == null) {
                known = CsvText.columns(item);
                columns = known;
                if (names && arguments.flag("IncludeTypeInformation")) {
                    lines.add("#TYPE " + TypeNames.of(item));
                }
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
                String path = arguments.text("Path").orElse("");
                boolean goesOn = arguments.flag("Append") && TextFiles.exists(path, context);
                if (goesOn && text.isEmpty()) {
                    continued(path, item, arguments, context);
                }
                sheet.lines(item, !goesOn, arguments)
                        .forEach(line -> text.append(line).append('\n'));
            }
        }

        /** Appended objects go under the file's columns. */
        private void continued(String path, Object item, Arguments arguments, CmdletContext context) {
            String there = TextFiles.read(path, arguments, context);
            List<ShellObject> none = CsvReader.parse(
                    there.lines()
                                    .filter(line -> !line.startsWith("#TYPE "))
                                    .findFirst()
                                    .orElse("") + "\nx",
                    delimiter(arguments),
                    List.of(),
                    context);
            if (none.isEmpty()) {
                return;
            }
            List<String> names = none.getFirst().names();
            for (String name : names) {
                if (!arguments.flag("Force") && !CsvText.columns(item).stream().anyMatch(name::equalsIgnoreCase)) {
                    throw CoreDescriptions.problem(
                            ErrorCategory.INVALID_DATA,
                            "CannotAppendCsvWithMismatchedPropertyNames",
                            "Cannot append CSV content to the following file: " + path
                                    + ". The appended object does not have a property that corresponds to the following"
                                    + " column: " + name
                                    + ". To continue with mismatched properties, add the -Force parameter, and then retry"
                                    + " the command.");
                }
            }
            sheet.continued(names);
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            String path = arguments.text("Path").orElse("");
            if (context.shouldProcess(path, "Export-Csv")) {
                TextFiles.write(path, text.toString(), arguments, context);
            }
        }
    }
}
