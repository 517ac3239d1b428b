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

    /** The key after which the slice begins; the empty text, which no key precedes, for the beginning of the list. */
    static String after(Slice slice) {
        String after = slice.after();
        return after == null ? "" : key(after);
    }
}
