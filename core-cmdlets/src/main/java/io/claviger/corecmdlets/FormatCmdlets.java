package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.format.CellText;
import io.claviger.powershell.format.Layout;
import io.claviger.powershell.operator.Formatting;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Format-List, Format-Table and Format-Wide. */
final class FormatCmdlets implements Cmdlet.Run {

    private static final int MOST_COLUMNS = 10;
    private static final int MOST_WIDE = 1_000;

    private final Layout.Kind kind;
    private @Nullable Layout layout;
    private boolean laidOut;

    private FormatCmdlets(Layout.Kind kind) {
        this.kind = kind;
    }

    static Cmdlet formatList() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Format-List", "Prints objects as lists: a line a property.")
                        .withAliases("fl")
                        .with(property(), groupBy(), force(), CoreDescriptions.input())
                        .withExample("Get-IAMUser -UserName alice | Format-List *"),
                () -> new FormatCmdlets(Layout.Kind.LIST));
    }

    static Cmdlet formatTable() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Format-Table", "Prints objects as a table: a line an object.")
                        .withAliases("ft")
                        .with(
                                property(),
                                groupBy(),
                                force(),
                                Parameter.flag("AutoSize", "Columns as wide as needed; they are so anyway."),
                                Parameter.flag("Wrap", "Lets long cells go on in the next line."),
                                Parameter.flag("HideTableHeaders", "Leaves the headings out."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Format-Table UserName, Arn -Wrap"),
                () -> new FormatCmdlets(Layout.Kind.TABLE));
    }

    static Cmdlet formatWide() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Format-Wide", "Prints one property of each object, several to a line.")
                        .withAliases("fw")
                        .with(
                                Parameter.of("Property", ParameterType.OBJECT, "The property; its name when not given.")
                                        .at(0),
                                groupBy(),
                                Parameter.of(
                                        "Column", ParameterType.INTEGER, "How many to a line; two when not given."),
                                Parameter.flag("AutoSize", "As many to a line as fit."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Format-Wide UserName -Column 4"),
                () -> new FormatCmdlets(Layout.Kind.WIDE));
    }

    private static Parameter property() {
        return Parameter.of("Property", ParameterType.OBJECT.many(), "The properties to show; wildcards are allowed.")
                .at(0);
    }

    private static Parameter groupBy() {
        return Parameter.of("GroupBy", ParameterType.OBJECT, "Begins again where this property changes.");
    }

    private static Parameter force() {
        return Parameter.flag("Force", "Shows what is otherwise left out; nothing is.");
    }

    @Override
    public void begin(Arguments arguments, CmdletContext context) {
        if (arguments.flag("AutoSize") && arguments.has("Column")) {
            throw new TerminatingError(
                    ErrorRecord.argument("Cmdlet parameters AutoSize and Column are mutually exclusive."));
        }
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        @Nullable Object given = arguments.get(CoreDescriptions.INPUT);
        if (given instanceof Hashtable table && arguments.has("Property")) {
            table.entries().forEach(entry -> lay(entry, arguments, context));
        } else if (given != null) {
            lay(given, arguments, context);
        }
    }

    private void lay(Object item, Arguments arguments, CmdletContext context) {
        if (!(item instanceof ShellObject) && !arguments.has("Property")) {
            layout = null;
            context.write(item);
            return;
        }
        List<SelectedProperties.Property> properties = properties(arguments, item);
        if (properties.isEmpty()) {
            return;
        }
        String group = group(arguments, item);
        if (layout == null || !layout.group().equals(group)) {
            layout = layout(arguments, item, properties, group);
        }
        ShellObject row = layout.row();
        properties.forEach(one -> row.with(one.label(), shown(one)));
        context.write(row);
        laidOut = true;
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (laidOut) {
            context.write(Layout.end());
        }
    }

    private static @Nullable Object shown(SelectedProperties.Property property) {
        return property.option("FormatString")
                .filter(_ -> property.value() != null)
                .map(format -> (Object) Formatting.value(property.value(), Text.of(format)))
                .orElse(property.value());
    }

    private static String group(Arguments arguments, Object item) {
        if (!arguments.has("GroupBy")) {
            return "";
        }
        List<@Nullable Object> by = new ArrayList<>();
        by.add(arguments.get("GroupBy"));
        List<SelectedProperties.Property> found = new SelectedProperties(by).of(item);
        return found.isEmpty()
                ? ""
                : found.getFirst().label() + ": " + Text.of(found.getFirst().value());
    }

    /** The layout, which the first row decides for all that follow. */
    private Layout layout(
            Arguments arguments, Object first, List<SelectedProperties.Property> properties, String group) {
        List<Layout.Column> columns = switch (kind) {
            case LIST -> List.of();
            case TABLE -> columns(arguments, first, properties);
            case WIDE -> wide(arguments);
        };
        return new Layout(kind, columns, arguments.flag("Wrap"), !arguments.flag("HideTableHeaders"), group);
    }

    private static List<Layout.Column> wide(Arguments arguments) {
        int count = arguments.flag("AutoSize") ? 0 : Math.clamp(arguments.integer("Column", 2), 1, MOST_WIDE);
        return Collections.nCopies(count, new Layout.Column("", 0, false));
    }

    private List<SelectedProperties.Property> properties(Arguments arguments, Object row) {
        List<SelectedProperties.Property> all = new SelectedProperties(
                        arguments.has("Property")
                                ? arguments.items("Property")
                                : new ArrayList<@Nullable Object>(viewed(row)))
                .of(row);
        return kind == Layout.Kind.WIDE ? all.subList(0, Math.min(1, all.size())) : all;
    }

    /** The properties to show if none are named: those of the type's view in this shape, else all. */
    private List<String> viewed(Object row) {
        List<String> names = Members.names(row);
        if (kind == Layout.Kind.WIDE) {
            return CellText.identifying(names).map(List::of).orElse(names);
        }
        return view(row)
                .map(one -> switch (one) {
                    case View.Lines lines when kind == Layout.Kind.LIST -> lines.properties();
                    case View.Table table
                    when kind == Layout.Kind.TABLE ->
                        table.columns().stream().map(View.Column::property).toList();
                    case View _ -> names;
                })
                .orElse(names);
    }

    private static Optional<View> view(Object row) {
        return row instanceof ShellObject object ? object.type().view() : Optional.empty();
    }

    private List<Layout.Column> columns(Arguments arguments, Object row, List<SelectedProperties.Property> properties) {
        if (!arguments.has("Property") && view(row).orElse(null) instanceof View.Table table) {
            return table.columns().stream()
                    .map(one -> new Layout.Column(
                            one.property(), arguments.flag("AutoSize") ? 0 : one.width(), one.right()))
                    .toList();
        }
        List<Layout.Column> columns = new ArrayList<>();
        for (SelectedProperties.Property property : properties.subList(0, Math.min(MOST_COLUMNS, properties.size()))) {
            Optional<Object> width = property.option("Width");
            String alignment = property.option("Alignment").map(Text::of).orElse("");
            boolean number = property.value() instanceof Number || property.value() instanceof Boolean;
            Layout.Alignment placed = switch (alignment.toLowerCase(Locale.ROOT)) {
                case "" -> number ? Layout.Alignment.RIGHT : Layout.Alignment.LEFT;
                case "right" -> Layout.Alignment.RIGHT;
                case "center" -> Layout.Alignment.CENTER;
                default -> Layout.Alignment.LEFT;
            };
            columns.add(new Layout.Column(
                    property.label(),
                    arguments.flag("AutoSize")
                            ? 0
                            : width.map(one -> Math.max(1, Conversion.toInteger(one)))
                                    .orElse(0),
                    placed));
        }
        return columns;
    }
}
