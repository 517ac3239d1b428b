package io.claviger.policy;

import io.claviger.policy.pattern.AsciiCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table whose keys are found in either case of the letters A to Z, without making a string in lower case.
 *
 * @param <V> the type of the values
 */
final class FoldedTable<V> {

    private final @Nullable String[] keys;
    private final @Nullable Object[] values;
    private final int mask;

    /** Makes a table; the keys must be in lower case. */
    FoldedTable(Map<String, V> entries) {
        int capacity = Integer.highestOneBit(Math.max(1, entries.size() * 2 - 1)) * 2;
        this.mask = capacity - 1;
        this.keys = new @Nullable String[capacity];
        this.values = new @Nullable Object[capacity];
        entries.forEach((key, value) -> {
            int slot = spread(hash(key, key.length())) & mask;
            while (keys[slot] != null) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            values[slot] = value;
        });
    }

    /** The hash of the first characters of a text. */
    static int hash(String text, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + AsciiCase.lower(text.charAt(i));
        }
        return hash;
    }

    /**
     * Finds the value for the first characters of a text.
     *
     * @param hash their {@link #hash}
     */
    @SuppressWarnings("unchecked") // the constructor put in nothing but values of type V
    @Nullable
    V get(String text, int length, int hash) {
        int slot = spread(hash) & mask;
        for (String key = keys[slot]; key != null; key = keys[slot]) {
            if (equal(key, text, length)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }

    private static boolean equal(String key, String text, int length) {
        if (key.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key.charAt(i) != AsciiCase.lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
