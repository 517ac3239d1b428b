package io.claviger.powershell.operator;

import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ScriptMember;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code $object.PSObject.Properties}: where scripts look for an object's properties. */
public final class PropertySet {

    static final String NAME = "PSObject";

    private static final ObjectType SET = ObjectType.named("System.Management.Automation.PSMemberSet");
    private static final ObjectType PROPERTY = ObjectType.named("System.Management.Automation.PSPropertyInfo");

    private PropertySet() {}

    static ShellObject of(ShellObject object) {
        List<@Nullable Object> properties = new ArrayList<>();
        for (String name : object.names()) {
            Object value = object.get(name);
            properties.add(new ShellObject(PROPERTY)
                    .with("Name", name)
                    .with("Value", value)
                    .with("MemberType", kind(object, name))
                    .with("TypeNameOfValue", value == null ? "System.Object" : TypeNames.of(value)));
        }
        return new ShellObject(SET)
                .with("Properties", new PropertyList(object, properties))
                .with("TypeNames", List.of(object.type().name()))
                .carrying(object);
    }

    private static String kind(ShellObject object, String name) {
        return switch (object.member(name).orElse(null)) {
            case ScriptMember.Alias _ -> "AliasProperty";
            case ScriptMember.Script _ -> "ScriptProperty";
            case null -> object.type().equals(ObjectType.CUSTOM) ? "NoteProperty" : "Property";
        };
    }

    /** A copy of an object. */
    static ShellObject copy(ShellObject object) {
        ShellObject made = new ShellObject(object.type());
        object.names().forEach(name -> made.with(name, object.get(name)));
        object.text().ifPresent(made::saying);
        return made;
    }

    /** The property with this name. */
    public static Optional<Object> named(List<?> properties, String name) {
        return properties.stream()
                .filter(one -> one instanceof ShellObject property
                        && Text.of(property.get("Name")).equalsIgnoreCase(name))
                .map(Object.class::cast)
                .findFirst();
    }

    /** Whether a list is the properties of an object, or the groups of a match: they can be asked for by name. */
    public static boolean is(List<?> items) {
        return MatchObjects.areGroups(items)
                || (!items.isEmpty()
                        && items.getFirst() instanceof ShellObject first
                        && first.type().equals(PROPERTY));
    }
}
