package io.claviger.cmdlets.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code @{Key='team'; Value='blue'}}: values by key. Keys of type {@link String} are compared without regard to case, and
 * the entries keep the order in which they were added (PowerShell's {@code [ordered]} promises that, a plain hashtable does
 * not forbid it). Not safe for use by several threads.
 */
public final class Hashtable {

    /** One entry: the key as it was first written, and its value. */
    public record Entry(Object key, @Nullable Object value) {}

    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    /** A hashtable with the given entries, in their order. */
    public static Hashtable of(Map<String, ? extends @Nullable Object> values) {
        Hashtable table = new Hashtable();
        values.forEach(table::put);
        return table;
    }

    private static Object normal(Object key) {
        return switch (key) {
            case String text -> text.toLowerCase(Locale.ROOT);
            case Integer number -> (Object) number.longValue();
            default -> key;
        };
    }

    /** The value of a key, or {@code null} when there is none. */
    public @Nullable Object get(Object key) {
        Entry entry = entries.get(normal(key));
        return entry == null ? null : entry.value();
    }

    /** Whether there is an entry with this key. */
    public boolean has(Object key) {
        return entries.containsKey(normal(key));
    }

    /** Sets the value of a key; a key that is there already keeps its place and its spelling. */
    public void put(Object key, @Nullable Object value) {
        entries.merge(normal(key), new Entry(key, value), (old, added) -> new Entry(old.key(), value));
    }

    /** Takes an entry out; a key that is not there is nothing to complain about. */
    public void remove(Object key) {
        entries.remove(normal(key));
    }

    /** Takes every entry out. */
    public void clear() {
        entries.clear();
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }

    /** The entries in their order. */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The keys in their order. */
    public List<@Nullable Object> keys() {
        List<@Nullable Object> keys = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    /** The values in the order of their keys. */
    public List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> values.add(entry.value()));
        return values;
    }
}
