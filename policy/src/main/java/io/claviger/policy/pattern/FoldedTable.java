package io.claviger.policy.pattern;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table whose keys are found in either case of the letters A to Z, without making a string in lower case;
 * fastest for the spelling the key was put in with.
 *
 * @param <V> the type of the values
 */
public final class FoldedTable<V> {

    private final @Nullable String[] keys;
    private final @Nullable Object[] values;
    private final int[] hashes;
    private final int mask;

    /** Makes a table; no two keys may differ in case only. */
    public FoldedTable(Map<String, V> entries) {
        int capacity = Integer.highestOneBit(Math.max(1, entries.size() * 2 - 1)) * 2;
        this.mask = capacity - 1;
        this.keys = new @Nullable String[capacity];
        this.values = new @Nullable Object[capacity];
        this.hashes = new int[capacity];
        entries.forEach((key, value) -> {
            int hash = hash(key, key.length());
            int slot = spread(hash) & mask;
            while (keys[slot] != null) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            values[slot] = value;
            hashes[slot] = hash;
        });
    }

    /** The hash of the first characters of a text. */
    public static int hash(String text, int length) {
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
    public @Nullable V get(String text, int length, int hash) {
        int slot = spread(hash) & mask;
        for (String key = keys[slot]; key != null; key = keys[slot]) {
            if (hashes[slot] == hash && equal(key, text, length)) {
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
        return text.startsWith(key) || equalInLowerCase(key, text);
    }

    private static boolean equalInLowerCase(String key, String text) {
        for (int i = 0; i < key.length(); i++) {
            if (AsciiCase.lower(key.charAt(i)) != AsciiCase.lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
