package io.claviger.powershell.command;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call by parameter name, converted to the parameters' types. Immutable.
 *
 * @param values the arguments by name as the parameter spells it; a parameter that was not given is missing; one that
 *     was given {@code $null} has the value {@code null}
 * @param parameterSet the parameter set that was chosen, empty when the cmdlet has none
 */
public record Arguments(Map<String, @Nullable Object> values, String parameterSet) {

    /** No arguments at all. */
    public static final Arguments NONE = new Arguments(Map.of(), "");

    /** Keeps its own copy. */
    public Arguments {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, value));
        values = Collections.unmodifiableMap(copy);
    }

    /** The parameters that were given. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether the parameter was given, even as {@code $null}. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The argument, or {@code null} when it was not given or is {@code $null}. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** The argument as text, empty when not given or {@code $null}. */
    public Optional<String> text(String name) {
        Object value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(Text.of(value));
    }

    /** The argument as text in lower case, or {@code otherwise} if it was not given. */
    public String word(String name, String otherwise) {
        return text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
    }

    /** The argument's items as text, none when not given or {@code $null}. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : Conversion.toList(values.get(name))) {
            texts.add(Text.of(item));
        }
        return texts;
    }

    /** The argument's items, none when not given or {@code $null}. */
    public List<@Nullable Object> items(String name) {
        return Conversion.toList(values.get(name));
    }

    /** Whether a switch is on, or a Boolean true. */
    public boolean flag(String name) {
        return Conversion.isTrue(values.get(name));
    }

    /** The argument as a number, or {@code otherwise} if it was not given. */
    public int integer(String name, int otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : Conversion.toInteger(value);
    }

    /** The argument if it is of this class. */
    public <T> Optional<T> typed(String name, Class<T> kind) {
        Object value = values.get(name);
        return kind.isInstance(value) ? Optional.of(kind.cast(value)) : Optional.empty();
    }
}
