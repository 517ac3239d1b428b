package io.claviger.powershell.value;

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

    /**
     * One entry: the key as it was first written, and its value.
     *
     * @param type the name of its .NET type
     */
    public record Entry(Object key, @Nullable Object value, String type) {

        /**
         * Whether it is an entry of a dictionary, not of a hashtable. PowerShell labels its key {@code Key}, not {@code
         * Name}.
         */
        public boolean isPair() {
            return !type.equals(ENTRY);
        }
    }

    private static final String ORDERED = "System.Collections.Specialized.OrderedDictionary";
    private static final String ENTRY = "System.Collections.DictionaryEntry";

    private final String type;
    private final String entryType;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    /** An empty hashtable. */
    public Hashtable() {
        this("System.Collections.Hashtable", ENTRY);
    }

    private Hashtable(String type, String entryType) {
        this.type = type;
        this.entryType = entryType;
    }

    /**
     * An empty dictionary, such as services return.
     *
     * @param values the .NET name of its values' type
     */
    public static Hashtable dictionary(String values) {
        String of = "`2[System.String," + values + "]";
        return new Hashtable(
                "System.Collections.Generic.Dictionary" + of, "System.Collections.Generic.KeyValuePair" + of);
    }

    /** An empty hashtable whose keys have an order that scripts rely on: {@code [ordered]@{}}. */
    public static Hashtable ordered() {
        return new Hashtable(ORDERED, ENTRY);
    }

    /** Whether it is one of {@link #ordered}. */
    public boolean isOrdered() {
        return type.equals(ORDERED);
    }

    /** The name of its .NET type. */
    public String type() {
        return type;
    }

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

    /** A key as it was first written, or the key itself if there is no such entry. */
    public Object spelled(Object key) {
        Entry entry = entries.get(normal(key));
        return entry == null ? key : entry.key();
    }

    /** Whether there is an entry with this key. */
    public boolean has(Object key) {
        return entries.containsKey(normal(key));
    }

    /** Sets the value of a key; a key that is there already keeps its place and its spelling. */
    public void put(Object key, @Nullable Object value) {
        entries.merge(
                normal(key), new Entry(key, value, entryType), (old, added) -> new Entry(old.key(), value, entryType));
    }

    /** Removes an entry, if there is one. */
    public void remove(Object key) {
        entries.remove(normal(key));
    }

    /** Removes all entries. */
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
