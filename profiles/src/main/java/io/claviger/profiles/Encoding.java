package io.claviger.profiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes are text, so that the text gives the same bytes again. A file is UTF-8, or UTF-16 if it begins with
 * that byte order mark, as for the SDK for .NET. A byte that is not UTF-8 is a lone surrogate in the text, as with
 * Python's <a href="https://peps.python.org/pep-0383/">surrogateescape</a>: no valid UTF-8 gives one.
 */
enum Encoding {
    UTF_8,
    UTF_16LE,
    UTF_16BE;

    static final char MARK = '\uFEFF';

    private static final int ESCAPED = 0xDC00;
    private static final int FIRST = 0xDC80;
    private static final int LAST = 0xDCFF;
    private static final char UNKNOWN = '\uFFFD';
    private static final int BYTE = 0xFF;
    private static final int START = 2;

    static Encoding of(byte[] bytes) {
        if (bytes.length < 2) {
            return UTF_8;
        }
        return switch (((bytes[0] & BYTE) << Byte.SIZE) | (bytes[1] & BYTE)) {
            case 0xFEFF -> UTF_16BE;
            case 0xFFFE -> UTF_16LE;
            default -> UTF_8;
        };
    }

    /** The text; a byte order mark stays its first character. */
    String decode(byte[] bytes) {
        if (this != UTF_8) {
            return ByteBuffer.wrap(bytes).order(order()).asCharBuffer().toString();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        for (CoderResult read = decoder.decode(from, text, true);
                read.isError();
                read = decoder.decode(from, text, true)) {
            for (int i = 0; i < read.length(); i++) {
                text.put((char) (ESCAPED | (from.get() & BYTE)));
            }
        }
        return text.flip().toString();
    }

    /** The bytes that {@link #decode} makes this text of. */
    byte[] encode(String text) {
        if (this != UTF_8) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(text.length() * Character.BYTES).order(order());
            bytes.asCharBuffer().put(text);
            return bytes.array();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isEscaped(text, at)) {
                bytes.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(at) & BYTE);
                from = at + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Whether this is text in an encoding that readers do not know, such as UTF-16 without a byte order mark. */
    static boolean isForeign(String text) {
        int zero = text.indexOf('\0');
        return zero >= 0 && zero < START;
    }

    /** A part of a text as readers have it: they replace bytes that are not UTF-8. */
    static String readable(String part) {
        StringBuilder readable = new StringBuilder(part);
        for (int at = 0; at < part.length(); at++) {
            if (isEscaped(part, at)) {
                readable.setCharAt(at, UNKNOWN);
            }
        }
        return readable.toString();
    }

    private static boolean isEscaped(String text, int at) {
        char one = text.charAt(at);
        return one >= FIRST && one <= LAST && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private ByteOrder order() {
        return this == UTF_16LE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
