package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.format.Layout;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TypeNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Get-Member, which lists the properties of its input, once for each type. */
final class GetMember implements Cmdlet.Run {

    private static final ObjectType DEFINITION = ObjectType.named("Microsoft.PowerShell.Commands.MemberDefinition");

    private static final List<Layout.Column> COLUMNS = List.of(
            new Layout.Column("Name", 0, false),
            new Layout.Column("MemberType", 0, false),
            new Layout.Column("Definition", 0, false));

    private final Set<String> seen = new HashSet<>();

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Get-Member", "The properties that objects have.")
                        .withAliases("gm")
                        .with(
                                Parameter.of("Name", ParameterType.STRING.many(), "Only these; wildcards are allowed.")
                                        .at(0),
                                Parameter.of("MemberType", ParameterType.STRING.many(), "Only these kinds."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUser -UserName alice | Get-Member"),
                GetMember::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        Object item = arguments.get(CoreDescriptions.INPUT);
        if (item == null || !seen.add(TypeNames.of(item))) {
            return;
        }
        String kind = item instanceof ShellObject object && !object.type().equals(ObjectType.CUSTOM)
                ? "Property"
                : item instanceof ShellObject ? "NoteProperty" : "Property";
        List<String> wanted = arguments.has("Name") ? arguments.texts("Name") : List.of("*");
        Layout layout = new Layout(Layout.Kind.TABLE, COLUMNS, false, true, "TypeName: " + TypeNames.of(item));
        Members.names(item).stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .filter(name -> wanted.stream().anyMatch(pattern -> Wildcard.matches(pattern, name)))
                .forEach(name -> context.write(row(item, name, kind).carrying(layout)));
    }

    private static ShellObject row(Object item, String name, String kind) {
        @Nullable Object value = Members.get(item, name);
        String type = value == null
                ? "object"
                : TypeNames.of(value)
                        .replace("System.String", "string")
                        .replace("System.Int32", "int")
                        .replace("System.Int64", "long")
                        .replace("System.Boolean", "bool")
                        .replace("System.DateTime", "datetime");
        return new ShellObject(DEFINITION)
                .with("Name", name)
                .with("MemberType", kind)
                .with("Definition", type + " " + name)
                .with("TypeName", TypeNames.of(item));
    }
}
