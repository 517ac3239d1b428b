package io.claviger.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a profile, or of another section, in the order of the file. Immutable.
 *
 * @param values the values by their keys, which are in lower case; one that goes on in further lines has them behind
 *     line ends
 */
public record ProfileSettings(Map<String, String> values) {

    /** No settings. */
    public static final ProfileSettings NONE = new ProfileSettings(Map.of());

    /** Copies the map. */
    public ProfileSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A setting's value; an empty one is as good as none, as for the SDK for .NET. */
    public Optional<String> value(String key) {
        return Optional.of(values.getOrDefault(key, "")).filter(value -> !value.isEmpty());
    }

    /** Whether a setting has a value. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** A setting in a block of further lines, such as {@code endpoint_url} below {@code iam =}; the last of them. */
    public Optional<String> inBlock(String block, String key) {
        return value(block)
                .flatMap(lines -> lines.lines()
                        .filter(line -> line.indexOf('=') >= 0)
                        .filter(line -> Blanks.strip(line.substring(0, line.indexOf('=')))
                                .equalsIgnoreCase(key))
                        .map(line -> Blanks.strip(line.substring(line.indexOf('=') + 1)))
                        .reduce((_, last) -> last)
                        .filter(value -> !value.isEmpty()));
    }

    /** Those that have a value of one line, as an editor can write them. */
    public ProfileSettings writable() {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.values().removeIf(value -> value.isEmpty() || value.indexOf('\n') >= 0);
        return new ProfileSettings(kept);
    }

    /** These and one more, or with another value for it. */
    public ProfileSettings with(String key, String value) {
        return with(new ProfileSettings(Map.of(key, value)));
    }

    /** These and others, which count where both have a key. */
    public ProfileSettings with(ProfileSettings others) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.putAll(others.values);
        return new ProfileSettings(both);
    }

    /** These without some. */
    public ProfileSettings without(Set<String> keys) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(keys);
        return new ProfileSettings(others);
    }

    /** Some of these. */
    public ProfileSettings only(Set<String> keys) {
        Map<String, String> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(keys);
        return new ProfileSettings(some);
    }

    /** The keys only: values may be secrets. */
    @Override
    public String toString() {
        return "ProfileSettings" + values.keySet();
    }
}
