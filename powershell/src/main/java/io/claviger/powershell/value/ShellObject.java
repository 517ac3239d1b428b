package io.claviger.powershell.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object of the pipeline: a type and named properties in the order of their declaration. Names are found without regard
 * to case. Not safe for use by several threads.
 */
public final class ShellObject {

    private record Property(String name, @Nullable Object value) {}

    private final ObjectType type;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private @Nullable Object payload;
    private @Nullable String text;
    private @Nullable Map<String, ScriptBlock> methods;

    /** An object without properties yet. */
    public ShellObject(ObjectType type) {
        this.type = type;
    }

    /** An object with these properties, in their order. */
    public static ShellObject of(ObjectType type, Map<String, ? extends @Nullable Object> properties) {
        ShellObject made = new ShellObject(type);
        properties.forEach(made::with);
        return made;
    }

    /** Adds a property or gives it another value, which may be a {@link ScriptMember}. */
    public ShellObject with(String name, @Nullable Object value) {
        properties.merge(
                name.toLowerCase(Locale.ROOT),
                new Property(name, value),
                (old, added) -> new Property(old.name(), value));
        return this;
    }

    /** Removes a property, if there is one. */
    public ShellObject without(String name) {
        properties.remove(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /**
     * Attaches a Java object for the cmdlets that made this one, such as a credentials provider. It is never printed,
     * serialized or compared.
     */
    public ShellObject carrying(Object carried) {
        payload = carried;
        return this;
    }

    /** The attached Java object, if it is of this class. */
    public <T> Optional<T> carried(Class<T> kind) {
        return kind.isInstance(payload) ? Optional.of(kind.cast(payload)) : Optional.empty();
    }

    /** Sets the text that the object is printed as and converted to. */
    public ShellObject saying(String itsText) {
        text = itsText;
        return this;
    }

    /** The text that was set, if any. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** Its type. */
    public ObjectType type() {
        return type;
    }

    /** The properties' names, as declared. */
    public List<String> names() {
        List<String> names = new ArrayList<>(properties.size());
        properties.values().forEach(property -> names.add(property.name()));
        return names;
    }

    /** Whether there is such a property. */
    public boolean has(String name) {
        return properties.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The property's value, or {@code null} when it has none or there is no such property. */
    public @Nullable Object get(String name) {
        Property property = properties.get(name.toLowerCase(Locale.ROOT));
        return property == null
                ? null
                : property.value() instanceof ScriptMember member ? member.of(this) : property.value();
    }

    /** How the property's value is made, if it is made when somebody asks. */
    public Optional<ScriptMember> member(String name) {
        Property property = properties.get(name.toLowerCase(Locale.ROOT));
        return property != null && property.value() instanceof ScriptMember member
                ? Optional.of(member)
                : Optional.empty();
    }

    /** Gives it a method of its own, in which it is {@code $this}. */
    public void withMethod(String name, ScriptBlock block) {
        if (methods == null) {
            methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        }
        methods.put(name, block);
    }

    /** Its own methods, by name without regard to case. */
    public Map<String, ScriptBlock> methods() {
        return methods == null ? Map.of() : Collections.unmodifiableMap(methods);
    }
}
