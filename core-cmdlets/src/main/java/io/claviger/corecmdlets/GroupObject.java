package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Group-Object. */
final class GroupObject implements Cmdlet.Run {

    private static final ObjectType GROUP = ObjectType.viewed(
            "Microsoft.PowerShell.Commands.GroupInfo",
            new View.Table(List.of(
                    new View.Column("Count", 5, true), new View.Column("Name", 25), new View.Column("Group", 0))));

    private record Group(String name, List<@Nullable Object> values, List<@Nullable Object> items) {

        /** The group's key in a hashtable of groups. */
        Object key() {
            @Nullable Object only = values.size() == 1 ? values.getFirst() : null;
            return only == null ? name : only;
        }
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Group-Object", "Puts objects together that have the same values.")
                        .withAliases("group")
                        .with(
                                Parameter.of("Property", ParameterType.OBJECT.many(), "Properties to compare.")
                                        .at(0),
                                Parameter.flag("NoElement", "Leaves the objects themselves out."),
                                Parameter.flag("AsHashTable", "Writes one hashtable.")
                                        .alias("AHT"),
                                Parameter.flag("AsString", "Makes the hashtable's keys text."),
                                Parameter.flag("CaseSensitive", "Regards case."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Group-Object Path"),
                GroupObject::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        if (!arguments.has(CoreDescriptions.INPUT)) {
            return;
        }
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        SelectedProperties selection = new SelectedProperties(arguments.items("Property"));
        List<@Nullable Object> values = new ArrayList<>();
        if (selection.isEmpty()) {
            values.add(item);
        } else {
            selection.of(item).forEach(property -> values.add(property.value()));
        }
        List<String> texts = values.stream().map(Text::of).toList();
        String name = String.join(", ", texts);
        String key = arguments.flag("CaseSensitive") ? name : name.toLowerCase(Locale.ROOT);
        groups.computeIfAbsent(key, missing -> new Group(name, values, new ArrayList<>()))
                .items()
                .add(item);
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        List<Group> sorted = new ArrayList<>(groups.values());
        ValueOrder order = ValueOrder.of(sorted.stream().map(Group::values).toList(), arguments.flag("CaseSensitive"));
        sorted.sort((left, right) -> order.compare(left.values(), right.values()));
        if (arguments.flag("AsHashTable")) {
            Hashtable table = new Hashtable();
            boolean asString = arguments.flag("AsString");
            sorted.forEach(group -> table.put(asString ? group.name() : group.key(), group.items()));
            context.write(table);
            return;
        }
        boolean withItems = !arguments.flag("NoElement");
        for (Group group : sorted) {
            ShellObject made = new ShellObject(withItems ? GROUP : noElement())
                    .with("Count", group.items().size())
                    .with("Name", group.name());
            context.write(withItems ? made.with("Group", group.items()).with("Values", group.values()) : made);
        }
    }

    private static ObjectType noElement() {
        return ObjectType.viewed(
                "Microsoft.PowerShell.Commands.GroupInfoNoElement",
                new View.Table(List.of(new View.Column("Count", 5, true), new View.Column("Name", 25))));
    }
}
