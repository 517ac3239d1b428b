package io.claviger.wire;

/** A caller's text as an error message repeats it: bounded, so that no request buys a large answer. */
final class Echo {

    private static final int MAX_LENGTH = 2_048;

    private Echo() {}

    static String of(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
