package io.claviger.wire;

/**
 * A member's name, ready-made for each form of answers. Immutable.
 *
 * @param key as JSON begins the member, with its colon
 */
record MemberName(String text, Markup openTag, Markup closeTag, Markup key) {

    static MemberName of(String text) {
        return new MemberName(
                text, Markup.of("<" + text + ">"), Markup.of("</" + text + ">"), Markup.of("\"" + text + "\":"));
    }
}
