package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sort-Object. Equal objects keep their order. */
final class SortObject implements Cmdlet.Run {

    /**
     * An object.
     *
     * @param keys what it is sorted by
     * @param lacking whether it has none of these properties: such objects come last
     */
    private record Row(@Nullable Object item, List<SelectedProperties.Property> keys, boolean lacking) {

        List<@Nullable Object> values() {
            List<@Nullable Object> values = new ArrayList<>();
            keys.forEach(key -> values.add(key.value()));
            return values;
        }
    }

    private final List<Row> rows = new ArrayList<>();

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Sort-Object", "Sorts objects by their values or by properties.")
                        .withAliases("sort")
                        .with(
                                Parameter.of("Property", ParameterType.OBJECT.many(), "Properties to sort by.")
                                        .at(0),
                                Parameter.flag("Descending", "The greatest first."),
                                Parameter.flag("Unique", "One of each."),
                                Parameter.flag("CaseSensitive", "Regards case."),
                                Parameter.flag("Stable", "Keeps the order of equals; it is kept anyway."),
                                Ranges.from(1, Parameter.of("Top", ParameterType.INTEGER, "How many from the start.")),
                                Ranges.from(1, Parameter.of("Bottom", ParameterType.INTEGER, "How many from the end.")),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Sort-Object CreateDate -Descending"),
                SortObject::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        if (arguments.has(CoreDescriptions.INPUT)) {
            @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
            SelectedProperties selection = new SelectedProperties(arguments.items("Property"));
            List<SelectedProperties.Property> keys = selection.isEmpty()
                    ? List.of(new SelectedProperties.Property("", item, new Hashtable()))
                    : selection.of(item);
            rows.add(new Row(item, keys, lacks(item, arguments.items("Property"))));
        }
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        ValueOrder values = ValueOrder.of(rows.stream().map(Row::values).toList(), arguments.flag("CaseSensitive"));
        Comparator<Row> order = (left, right) -> order(left, right, values, arguments);
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        List<Row> kept = new ArrayList<>();
        for (Row row : sorted) {
            if (!arguments.flag("Unique") || kept.isEmpty() || order.compare(kept.getLast(), row) != 0) {
                kept.add(row);
            }
        }
        int from = arguments.has("Bottom") ? Math.max(0, kept.size() - arguments.integer("Bottom", 0)) : 0;
        int to = arguments.has("Top") ? Math.min(kept.size(), Math.max(0, arguments.integer("Top", 0))) : kept.size();
        for (Row row : kept.subList(Math.min(from, to), to)) {
            context.write(row.item());
        }
    }

    private static boolean lacks(@Nullable Object item, List<@Nullable Object> wanted) {
        return item != null
                && !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(
                                one -> one instanceof String name && !Wildcard.isIn(name) && !Members.has(item, name));
    }

    private static int order(Row left, Row right, ValueOrder values, Arguments arguments) {
        if (left.lacking() != right.lacking()) {
            return left.lacking() ? 1 : -1;
        }
        for (int i = 0; i < Math.min(left.keys().size(), right.keys().size()); i++) {
            SelectedProperties.Property one = left.keys().get(i);
            int order = values.compare(i, one.value(), right.keys().get(i).value());
            boolean down = one.option("Descending")
                    .map(Conversion::isTrue)
                    .or(() -> one.option("Ascending").map(up -> !Conversion.isTrue(up)))
                    .orElseGet(() -> arguments.flag("Descending"));
            if (order != 0) {
                return down ? Integer.compare(0, order) : order;
            }
        }
        return 0;
    }
}
