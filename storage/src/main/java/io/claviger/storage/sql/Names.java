package io.claviger.storage.sql;

import io.claviger.iam.store.Slice;
import java.util.Locale;

/** Names as they are compared and ordered: in lower case, made here so that every database agrees. */
final class Names {

    private Names() {}

    /** The key of a name. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What the keys of the slice are greater than; every name's key is greater than the empty text. */
    static String after(Slice slice) {
        String after = slice.after();
        return after == null ? "" : key(after);
    }
}
