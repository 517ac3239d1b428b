package io.claviger.corecmdlets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fuzzer's bytes as choices, so that each change of a byte is a change of something that means something. */
final class Choices {

    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    boolean more() {
        return at < bytes.length;
    }

    /** A number from 0 to under the bound; 0 when the bytes are used up. */
    int under(int bound) {
        int number = next();
        return (bound > 256 ? number * 256 + next() : number) % bound;
    }

    private int next() {
        return more() ? Byte.toUnsignedInt(bytes[at++]) : 0;
    }

    boolean flag() {
        return under(2) == 1;
    }

    <T extends @Nullable Object> T of(List<T> things) {
        return things.get(under(things.size()));
    }
}
