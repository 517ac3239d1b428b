package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ScriptMember;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Add-Member, which adds properties and methods to objects. */
final class AddMember {

    private static final String FIRST = "NotePropertyName";
    private static final String SECOND = "NotePropertyValue";

    private static final String NOTE = "noteproperty";
    private static final String ALIAS = "aliasproperty";
    private static final String PROPERTY = "scriptproperty";
    private static final String METHOD = "scriptmethod";
    private static final Set<String> KINDS = Set.of(NOTE, ALIAS, PROPERTY, METHOD);

    private AddMember() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Add-Member", "Gives objects properties and methods of one's own.")
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
                                Parameter.of(
                                                "MemberType",
                                                ParameterType.STRING,
                                                "What it is; NoteProperty when not given.")
                                        .alias("Type")
                                        .only("AliasProperty", "NoteProperty", "ScriptMethod", "ScriptProperty"),
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
        // Add-Member ScriptProperty Name Value
        boolean places = arguments.has("Value") && !arguments.has("Name") && KINDS.contains(lower(first));
        if (first instanceof Hashtable || arguments.has("NotePropertyMembers")) {
            Hashtable all = first instanceof Hashtable table
                    ? table
                    : arguments.typed("NotePropertyMembers", Hashtable.class).orElseGet(Hashtable::new);
            all.entries().forEach(entry -> set(object, Text.of(entry.key()), entry.value(), arguments, context));
        } else if (places || arguments.has("Name")) {
            String kind = places ? lower(first) : lower(arguments.word("MemberType", NOTE));
            String name = Text.of(arguments.get(places ? SECOND : "Name"));
            add(object, kind, name, arguments.has("Value") ? arguments.get("Value") : first, arguments, context);
        } else {
            set(object, Text.of(first), arguments.get(SECOND), arguments, context);
        }
        if (arguments.flag("PassThru")) {
            context.write(object);
        }
    }

    private static void add(
            ShellObject object,
            String kind,
            String name,
            @Nullable Object value,
            Arguments arguments,
            CmdletContext context) {
        switch (kind) {
            case ALIAS -> set(object, name, new ScriptMember.Alias(Text.of(value)), arguments, context);
            case PROPERTY -> set(object, name, new ScriptMember.Script(block(kind, value)), arguments, context);
            case METHOD -> {
                if (isNew(object.methods().containsKey(name), object, name, arguments, context)) {
                    object.withMethod(name, block(kind, value));
                }
            }
            default -> set(object, name, value, arguments, context);
        }
    }

    private static ScriptBlock block(String kind, @Nullable Object value) {
        if (value instanceof ScriptBlock block) {
            return block;
        }
        throw CoreDescriptions.problem(
                ErrorCategory.INVALID_ARGUMENT,
                "AddMember",
                "The value of a " + (kind.equals(METHOD) ? "ScriptMethod" : "ScriptProperty") + " is a script block.");
    }

    private static String lower(@Nullable Object text) {
        return Text.of(text).toLowerCase(Locale.ROOT);
    }

    private static void set(
            ShellObject object, String name, @Nullable Object value, Arguments arguments, CmdletContext context) {
        if (name.isEmpty()) {
            throw CoreDescriptions.problem(
                    ErrorCategory.INVALID_ARGUMENT, "AddMember", "The name of the property that is added is missing.");
        }
        if (isNew(object.has(name), object, name, arguments, context)) {
            object.with(name, value);
        }
    }

    /** Whether the member may be added; says so if not. */
    private static boolean isNew(
            boolean there, ShellObject object, String name, Arguments arguments, CmdletContext context) {
        if (there && !arguments.flag("Force")) {
            context.writeError(ErrorRecord.of(
                            ErrorCategory.INVALID_OPERATION,
                            "MemberAlreadyExists",
                            "System.InvalidOperationException",
                            "Cannot add a member with the name \"" + name
                                    + "\" because a member with that name already exists. To overwrite the member anyway,"
                                    + " add the Force parameter to your command.")
                    .about(object));
            return false;
        }
        return true;
    }
}
