package io.claviger.storage.commit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of an account on its way from one database to another. Immutable.
 *
 * @param values what is in its columns, by their names; a column that is not here has nothing in it
 */
public record AccountRow(String table, Map<String, Value> values) {

    /** Keeps the order of the columns. */
    public AccountRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What is in a column. */
    public sealed interface Value {

        /** A text that anybody may read. */
        record Text(String text) implements Value {}

        /** A whole number. */
        record Whole(long number) implements Value {}

        /** A secret in the clear, or the hash of a password. */
        record Secret(String text) implements Value {

            @Override
            public String toString() {
                return "Secret[…]";
            }
        }
    }
}
