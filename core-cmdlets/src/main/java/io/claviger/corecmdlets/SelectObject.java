package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Comparison;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Select-Object, which selects objects and properties. It stops the commands before it when it has enough. */
final class SelectObject implements Cmdlet.Run {

    private record Kept(@Nullable Object value) {}

    private final Deque<Kept> last = new ArrayDeque<>();
    private final List<@Nullable Object> seen = new ArrayList<>();
    private int index;
    private int written;

    static Cmdlet cmdlet() {
        ParameterType count = ParameterType.INTEGER;
        CmdletDescription description = CoreDescriptions.utility(
                        "Select-Object", "Takes some objects, or some of their properties.")
                .withAliases("select")
                .with(
                        Parameter.of("Property", ParameterType.OBJECT.many(), "Properties; wildcards are allowed.")
                                .at(0),
                        Parameter.of("ExcludeProperty", ParameterType.STRING.many(), "Properties to leave out."),
                        Parameter.of("ExpandProperty", ParameterType.STRING, "The property whose value is written."),
                        Parameter.flag("Unique", "Leaves out what was written already."),
                        Parameter.flag("CaseInsensitive", "Makes -Unique disregard case."),
                        Ranges.from(0, Parameter.of("First", count, "How many from the start.")),
                        Ranges.from(0, Parameter.of("Last", count, "How many from the end.")),
                        Ranges.from(0, Parameter.of("Skip", count, "How many are passed over.")),
                        Ranges.from(0, Parameter.of("SkipLast", count, "How many are left out at the end.")),
                        Parameter.of("Index", ParameterType.INTEGER.many(), "The ones at these places, from 0."),
                        Parameter.flag("Wait", "Lets what comes before run to its end."),
                        CoreDescriptions.input())
                .withExample("Get-IAMUserList | Select-Object UserName, CreateDate -First 5");
        return Cmdlet.remembering(description, SelectObject::new);
    }

    @Override
    public void begin(Arguments arguments, CmdletContext context) {
        if (arguments.has("First") && arguments.integer("First", 0) == 0 && !arguments.has("Last")) {
            context.enough();
        }
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        if (!arguments.has(CoreDescriptions.INPUT)) {
            return;
        }
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        if (item == null && arguments.has("Property")) {
            return;
        }
        int place = index++;
        if (arguments.has("Last") || arguments.has("SkipLast")) {
            keep(arguments, item, context);
            return;
        }
        if (place < arguments.integer("Skip", 0)) {
            return;
        }
        if (arguments.has("Index")) {
            if (arguments.items("Index").stream().anyMatch(one -> Conversion.toInteger(one) == place)) {
                select(arguments, item, context);
            }
            return;
        }
        select(arguments, item, context);
        if (arguments.has("First") && written >= arguments.integer("First", 0) && !arguments.flag("Wait")) {
            context.enough();
        }
    }

    private void keep(Arguments arguments, @Nullable Object item, CmdletContext context) {
        last.addLast(new Kept(item));
        if (arguments.has("Last") && last.size() > arguments.integer("Last", 0) + arguments.integer("Skip", 0)) {
            last.removeFirst();
        } else if (!arguments.has("Last") && last.size() > arguments.integer("SkipLast", 0)) {
            select(arguments, last.removeFirst().value(), context);
        }
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (arguments.has("Last")) {
            int most = Math.max(0, last.size() - arguments.integer("Skip", 0));
            last.stream().limit(most).forEach(kept -> select(arguments, kept.value(), context));
        }
    }

    private void select(Arguments arguments, @Nullable Object item, CmdletContext context) {
        written++;
        if (arguments.has("ExpandProperty")) {
            expand(arguments, item, context);
            return;
        }
        emit(
                arguments,
                arguments.has("Property") || arguments.has("ExcludeProperty") ? chosen(arguments, item, context) : item,
                context);
    }

    private void emit(Arguments arguments, @Nullable Object value, CmdletContext context) {
        if (arguments.flag("Unique")) {
            boolean caseSensitive = !arguments.flag("CaseInsensitive");
            if (seen.stream().anyMatch(one -> same(one, value, caseSensitive))) {
                written--;
                return;
            }
            seen.add(value);
        }
        context.write(value);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        if (!(left instanceof ShellObject one) || !(right instanceof ShellObject other)) {
            return Comparison.equal(left, right, caseSensitive);
        }
        return one.names().equals(other.names())
                && one.names().stream()
                        .allMatch(name -> Comparison.equal(one.get(name), other.get(name), caseSensitive));
    }

    private void expand(Arguments arguments, @Nullable Object item, CmdletContext context) {
        String name = arguments.text("ExpandProperty").orElse("");
        if (item == null || !Members.has(item, name)) {
            context.writeError(ErrorRecord.of(
                            ErrorCategory.INVALID_ARGUMENT,
                            "ExpandPropertyNotFound",
                            "System.Management.Automation.PSArgumentException",
                            "Property \"" + name + "\" cannot be found.")
                    .about(item));
            return;
        }
        for (Object value : Conversion.toList(Members.get(item, name))) {
            emit(arguments, arguments.has("Property") ? joined(value, item, arguments, context) : value, context);
        }
    }

    /** A copy of an expanded object with the selected properties of the one around it. */
    private static @Nullable Object joined(
            @Nullable Object value, Object around, Arguments arguments, CmdletContext context) {
        if (!(value instanceof ShellObject object)) {
            return value;
        }
        ShellObject made =
                new ShellObject(ObjectType.named("Selected." + object.type().name()));
        new SelectedProperties(arguments.items("Property"))
                .of(around, taken(context))
                .forEach(one -> {
                    if (object.has(one.label())) {
                        taken(context).accept(one.label());
                    } else {
                        made.with(one.label(), one.value());
                    }
                });
        object.names().forEach(name -> made.with(name, object.get(name)));
        return made;
    }

    private static Consumer<String> taken(CmdletContext context) {
        return name -> context.writeError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "AlreadyExistingUserSpecifiedPropertyNoExpand",
                "System.Management.Automation.PSArgumentException",
                "The property cannot be processed because the property \"" + name + "\" already exists."));
    }

    /** A hashtable is asked for its own properties, not for its keys. */
    private static @Nullable Object whole(@Nullable Object item) {
        if (!(item instanceof Hashtable table)) {
            return item;
        }
        return new ShellObject(ObjectType.named(table.type()))
                .with("Count", table.size())
                .with("Keys", table.keys())
                .with("Values", table.values());
    }

    private static ShellObject chosen(Arguments arguments, @Nullable Object item, CmdletContext context) {
        String type = item == null ? "System.Object" : TypeNames.of(item);
        ShellObject made = new ShellObject(ObjectType.named("Selected." + type));
        List<@Nullable Object> wanted = arguments.has("Property") ? arguments.items("Property") : List.of("*");
        for (SelectedProperties.Property property : new SelectedProperties(wanted).of(whole(item), taken(context))) {
            boolean excluded = arguments.texts("ExcludeProperty").stream()
                    .anyMatch(pattern -> Wildcard.matches(pattern, property.label()));
            if (!excluded) {
                made.with(property.label(), property.value());
            }
        }
        return made;
    }
}
