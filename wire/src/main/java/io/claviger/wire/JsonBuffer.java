package io.claviger.wire;

import java.time.Instant;

/**
 * An answer as JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>), as AWS's query services write it if
 * asked: structures have their members by name, a member that is not set is null, lists are arrays, maps are objects,
 * and moments are seconds since 1970. {@code docs/wire-errors.md} says how each is known. For one thread.
 */
final class JsonBuffer extends AnswerBuffer {

    /** The most bytes that one char becomes, written as an escape. */
    private static final int MAX_BYTES_PER_CHAR = 6;

    private static final Markup NULL = Markup.of("null");
    private static final String HEX = "0123456789abcdef";

    @Override
    boolean sortsMembers() {
        return true;
    }

    @Override
    void openStructure() {
        ascii('{');
    }

    @Override
    void closeStructure() {
        ascii('}');
    }

    @Override
    void openMember(MemberName name) {
        separate();
        markup(name.key());
    }

    @Override
    void closeMember(MemberName name) {}

    @Override
    void unset(MemberName name) {
        openMember(name);
        markup(NULL);
    }

    @Override
    void openList() {
        ascii('[');
    }

    @Override
    void openElement() {
        separate();
    }

    @Override
    void closeElement() {}

    @Override
    void closeList() {
        ascii(']');
    }

    @Override
    void openMap() {
        ascii('{');
    }

    @Override
    void openEntry(String key) {
        separate();
        text(key);
        ascii(':');
    }

    @Override
    void closeEntry() {}

    @Override
    void closeMap() {
        ascii('}');
    }

    /** A comma, unless this is the first of a structure, a list or a map. */
    private void separate() {
        byte before = bytes[size - 1];
        if (before != '{' && before != '[') {
            ascii(',');
        }
    }

    @Override
    void text(String text) {
        ascii('"');
        for (int i = 0; i < text.length(); i++) {
            ensure(MAX_BYTES_PER_CHAR);
            char c = text.charAt(i);
            if (c >= 0x80) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                wide(codePoint);
            } else if (c < ' ') {
                control(c);
            } else {
                if (c == '"' || c == '\\') {
                    bytes[size++] = '\\';
                }
                bytes[size++] = (byte) c;
            }
        }
        ascii('"');
    }

    private void control(char c) {
        switch (c) {
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                ascii("\\u00");
                ascii(HEX.charAt(c >> 4));
                ascii(HEX.charAt(c & 0xF));
            }
        }
    }

    @Override
    void percentEncoded(String text) {
        ascii('"');
        percents(text);
        ascii('"');
    }

    /** JSON has no number that is none. */
    @Override
    void plain(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            markup(NULL);
        } else {
            ascii(value.toString());
        }
    }

    @Override
    void timestamp(Instant moment) {
        ascii(Long.toString(moment.getEpochSecond()));
    }

    @Override
    void binary(byte[] binary) {
        ascii('"');
        base64(binary);
        ascii('"');
    }
}
