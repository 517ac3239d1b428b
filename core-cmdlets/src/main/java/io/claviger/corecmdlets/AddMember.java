package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import org.jspecify.annotations.Nullable;

/** Add-Member, which adds properties to objects. */
final class AddMember {

    private static final String FIRST = "NotePropertyName";
    private static final String SECOND = "NotePropertyValue";

    private AddMember() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Add-Member", "Gives objects a property of one's own.")
                        .with(
                                Parameter.of(CoreDescriptions.INPUT, ParameterType.OBJECT, "The object.")
                                        .required()
                                        .byValue(),
                                Parameter.of(FIRST, ParameterType.OBJECT, "The property's name, or a hashtable.")
                                        .at(0),
                                Parameter.of(SECOND, ParameterType.OBJECT, "The property's value.")
                                        .at(1),
                                Parameter.of("Value", ParameterType.OBJECT, "The property's value, with -MemberType.")
                                        .at(2),
                                Parameter.of("MemberType", ParameterType.STRING, "Only NoteProperty.")
                                        .alias("Type")
                                        .only("NoteProperty"),
                                Parameter.of("Name", ParameterType.STRING, "The property's name, with -MemberType."),
                                Parameter.of("NotePropertyMembers", ParameterType.HASHTABLE, "Names and values."),
                                Parameter.flag("Force", "Gives a property that is there another value."),
                                Parameter.flag("PassThru", "Hands the object on."))
                        .withExample("Get-IAMUserList | Add-Member Team blue -PassThru"),
                AddMember::add);
    }

    private static void add(Arguments arguments, CmdletContext context) {
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        if (!(item instanceof ShellObject object)) {
            throw CoreDescriptions.problem(
                    ErrorCategory.INVALID_ARGUMENT,
                    "AddMember",
                    "Properties are added to objects; a value of type " + TypeNames.of(item) + " takes none.");
        }
        Object first = arguments.get(FIRST);
        if (first instanceof Hashtable || arguments.has("NotePropertyMembers")) {
            Hashtable all = first instanceof Hashtable table
                    ? table
                    : arguments.typed("NotePropertyMembers", Hashtable.class).orElseGet(Hashtable::new);
            all.entries().forEach(entry -> set(object, Text.of(entry.key()), entry.value(), arguments, context));
        } else if (arguments.has("Name")) {
            @Nullable Object value = arguments.has("Value") ? arguments.get("Value") : first;
            set(object, Text.of(arguments.get("Name")), value, arguments, context);
        } else if (arguments.has("Value") && "NoteProperty".equalsIgnoreCase(Text.of(first))) {
            // Add-Member NoteProperty Name Value
            set(object, Text.of(arguments.get(SECOND)), arguments.get("Value"), arguments, context);
        } else {
            set(object, Text.of(first), arguments.get(SECOND), arguments, context);
        }
        if (arguments.flag("PassThru")) {
            context.write(object);
        }
    }

    private static void set(
            ShellObject object, String name, @Nullable Object value, Arguments arguments, CmdletContext context) {
        if (name.isEmpty()) {
            throw CoreDescriptions.problem(
                    ErrorCategory.INVALID_ARGUMENT, "AddMember", "The name of the property that is added is missing.");
        }
        if (object.has(name) && !arguments.flag("Force")) {
            context.writeError(ErrorRecord.of(
                            ErrorCategory.INVALID_OPERATION,
                            "MemberAlreadyExists",
                            "System.InvalidOperationException",
                            "Cannot add a member with the name \"" + name
                                    + "\" because a member with that name already exists. To overwrite the member anyway,"
                                    + " add the Force parameter to your command.")
                    .about(object));
            return;
        }
        object.with(name, value);
    }
}
