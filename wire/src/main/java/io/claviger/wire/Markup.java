package io.claviger.wire;

import java.nio.charset.StandardCharsets;

/** A ready-made piece of XML in ASCII. Immutable. */
final class Markup {

    private final byte[] bytes;

    private Markup(String text) {
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    static Markup of(String text) {
        return new Markup(text);
    }

    int length() {
        return bytes.length;
    }

    void copyTo(byte[] target, int place) {
        System.arraycopy(bytes, 0, target, place, bytes.length);
    }
}
