package io.claviger.operations.template;

import io.claviger.operations.gate.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that are to be put into templates, and which of them were. Not thread-safe. */
public final class Values {

    private static final Pattern PLACE = Pattern.compile("@\\{(?<name>[^{}]++)}");

    private final Map<String, List<String>> byName;
    private final Set<String> lists;
    private final Set<String> used = new HashSet<>();

    /**
     * Values by their names.
     *
     * @param lists the names of those that are lists, and may have any number of values; others have one
     * @throws Refused when a value that is no list has not exactly one
     */
    public Values(Map<String, List<String>> byName, Set<String> lists) {
        this.byName = Map.copyOf(byName);
        this.lists = Set.copyOf(lists);
        byName.forEach((name, values) -> {
            if (!lists.contains(name) && values.size() != 1) {
                throw Refused.validation(
                        name + " replacement value must contain exactly one value, got " + values.size());
            }
        });
    }

    /** The one value of this name. */
    String one(String name) {
        return String.join(",", of(name));
    }

    /** The text with every place filled; a list fills one with commas between its values. */
    public String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(one(place.group("name"))));
    }

    /** The text once for each value of the list for which it has a place; null if it has no place for a list. */
    @Nullable
    List<String> each(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group("name"))
                .filter(lists::contains)
                .findFirst()
                .map(list -> of(list).stream()
                        .map(value -> filled(text.replace("@{" + list + "}", value)))
                        .toList())
                .orElse(null);
    }

    private List<String> of(String name) {
        List<String> values = byName.get(name);
        if (values == null) {
            throw Refused.invalidInput("Failed to render template: Parameter '" + name + "' not found.");
        }
        used.add(name);
        return values;
    }

    /**
     * Refuses values that no template had a place for.
     *
     * @throws Refused for the first of them by name
     */
    public void requireAllUsed() {
        byName.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
    }

    /** That a template does not know a value of this name. */
    public static Refused unknown(String name) {
        return Refused.invalidInput("Failed to render template: Unrecognized parameter: " + name);
    }
}
