package io.claviger.sigv4;

import java.util.Objects;

/**
 * One header field of a request. Immutable.
 *
 * @param name as received; letter case does not matter
 * @param value as received, decoded as UTF-8; several fields of one name stay several headers, in their order
 */
public record Header(String name, String value) {

    public Header {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** The name only: values may be credentials. */
    @Override
    public String toString() {
        return name;
    }
}
