package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.format.Layout;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ScriptMember;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Get-Member, which lists the members of its input, once for each type. */
final class GetMember implements Cmdlet.Run {

    private static final ObjectType DEFINITION = ObjectType.named("Microsoft.PowerShell.Commands.MemberDefinition");

    private static final List<Layout.Column> COLUMNS = List.of(
            new Layout.Column("Name", 0, false),
            new Layout.Column("MemberType", 0, false),
            new Layout.Column("Definition", 0, false));

    /** What all objects have. */
    private static final Map<String, String> METHODS = Map.of(
            "Equals", "bool Equals(System.Object obj)",
            "GetHashCode", "int GetHashCode()",
            "GetType", "type GetType()",
            "ToString", "string ToString()");

    private final Set<String> seen = new HashSet<>();
    private boolean some;

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Get-Member", "The properties and methods that objects have.")
                        .withAliases("gm")
                        .with(
                                Parameter.of("Name", ParameterType.STRING.many(), "Only these; wildcards are allowed.")
                                        .at(0),
                                Parameter.of(
                                        "MemberType",
                                        ParameterType.STRING.many(),
                                        "Only these kinds, such as Property; wildcards are allowed."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUser -UserName alice | Get-Member"),
                GetMember::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        Object item = arguments.get(CoreDescriptions.INPUT);
        some |= item != null;
        if (item == null || !seen.add(TypeNames.of(item))) {
            return;
        }
        List<String> names = arguments.has("Name") ? arguments.texts("Name") : List.of("*");
        List<String> kinds = arguments.has("MemberType") ? arguments.texts("MemberType") : List.of("*");
        Layout layout = new Layout(Layout.Kind.TABLE, COLUMNS, false, true, "TypeName: " + TypeNames.of(item));
        members(item).stream()
                .filter(member -> names.stream().anyMatch(pattern -> Wildcard.matches(pattern, member.name)))
                .filter(member -> kinds.stream().anyMatch(member::isOf))
                .sorted(Comparator.comparing(Member::kind).thenComparing(Member::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(member -> context.write(row(item, member).carrying(layout)));
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (!some) {
            context.writeError(ErrorRecord.of(
                    ErrorCategory.CLOSE_ERROR,
                    "NoObjectInGetMember",
                    "System.InvalidOperationException",
                    "You must specify an object for the Get-Member cmdlet."));
        }
    }

    private record Member(String name, String kind, String definition) {

        /** Whether it is of a kind, or of several: {@code Properties}, {@code Methods}, {@code *Property}. */
        boolean isOf(String pattern) {
            return switch (pattern.toLowerCase(Locale.ROOT)) {
                case "all" -> true;
                case "properties" -> kind.endsWith("Property");
                case "methods" -> kind.endsWith("Method");
                default -> Wildcard.matches(pattern, kind);
            };
        }
    }

    private static List<Member> members(Object item) {
        List<Member> members = new ArrayList<>();
        Members.names(item).forEach(name -> members.add(property(item, name)));
        if (item instanceof ShellObject object) {
            object.methods()
                    .keySet()
                    .forEach(name -> members.add(new Member(name, "ScriptMethod", "System.Object " + name + "();")));
            METHODS.forEach((name, definition) -> members.add(new Member(name, "Method", definition)));
        }
        return members;
    }

    private static Member property(Object item, String name) {
        ScriptMember made =
                item instanceof ShellObject object ? object.member(name).orElse(null) : null;
        return switch (made) {
            case ScriptMember.Alias alias -> new Member(name, "AliasProperty", name + " = " + alias.property());
            case ScriptMember.Script script ->
                new Member(
                        name,
                        "ScriptProperty",
                        "System.Object " + name + " {get=" + script.block().source() + ";}");
            case null -> {
                @Nullable Object value = Members.get(item, name);
                boolean own =
                        item instanceof ShellObject object && object.type().equals(ObjectType.CUSTOM);
                String shown = type(value) + " " + name;
                yield own
                        ? new Member(name, "NoteProperty", shown + "=" + Text.of(value))
                        : new Member(
                                name, "Property", shown + (item instanceof ShellObject ? " {get;set;}" : " {get;}"));
            }
        };
    }

    private static String type(@Nullable Object value) {
        return value == null
                ? "object"
                : TypeNames.of(value)
                        .replace("System.String", "string")
                        .replace("System.Int32", "int")
                        .replace("System.Int64", "long")
                        .replace("System.Boolean", "bool")
                        .replace("System.DateTime", "datetime");
    }

    private static ShellObject row(Object item, Member member) {
        return new ShellObject(DEFINITION)
                .with("Name", member.name)
                .with("MemberType", member.kind)
                .with("Definition", member.definition)
                .with("TypeName", TypeNames.of(item));
    }
}
