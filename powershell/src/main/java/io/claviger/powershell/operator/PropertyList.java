package io.claviger.powershell.operator;

import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties of an object as a script sees them, {@code $object.PSObject.Properties}. */
final class PropertyList extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final transient ShellObject owner;

    PropertyList(ShellObject owner, List<@Nullable Object> properties) {
        super(properties);
        this.owner = owner;
    }

    /** Its own methods: those that match a pattern, and removing one from the object. */
    Optional<MethodResult> call(String method, List<@Nullable Object> arguments) {
        String name = Text.of(arguments.isEmpty() ? null : arguments.getFirst());
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "match" -> {
                List<@Nullable Object> found = new ArrayList<>();
                for (Object one : this) {
                    if (one instanceof ShellObject property && Wildcard.matches(name, Text.of(property.get("Name")))) {
                        found.add(one);
                    }
                }
                yield Optional.of(new MethodResult(found));
            }
            case "remove" -> {
                owner.without(name);
                yield Optional.of(new MethodResult(null));
            }
            default -> Optional.empty();
        };
    }
}
