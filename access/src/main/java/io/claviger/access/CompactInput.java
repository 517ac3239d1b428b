package io.claviger.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.InflaterInputStream;

/** Reads what {@link CompactOutput} wrote. Not thread-safe. */
final class CompactInput {

    private static final int GROUP_BITS = 7;
    private static final int GROUP_MASK = 0x7f;

    private final ByteBuffer bytes;

    CompactInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += GROUP_BITS) {
            byte next = bytes.get();
            number |= (long) (next & GROUP_MASK) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private int count() {
        return Math.toIntExact(number());
    }

    String text() {
        return new String(raw(count()), UTF_8);
    }

    List<String> texts() {
        return list(this::text);
    }

    List<String> ids() {
        return list(this::id);
    }

    /** What follows after how many there are of it. */
    <T> List<T> list(Supplier<T> element) {
        int size = count();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    String id() {
        return switch (count()) {
            case CompactId.UNIQUE_ID ->
                CompactId.characters(bits(CompactId.FIRST_BYTES), CompactId.FIRST_CHARACTERS)
                        + CompactId.characters(bits(Long.BYTES), CompactId.LAST_CHARACTERS);
            case CompactId.ACCOUNT -> String.format(Locale.ROOT, "%012d", bits(CompactId.ACCOUNT_BYTES));
            default -> text();
        };
    }

    String coded(CompactOutput.Base64Alphabet alphabet, int length) {
        return number() == 0 ? alphabet.encoded(raw(length)) : text();
    }

    /** What was deflated before, inflated; it is the last that is read. */
    CompactInput inflated() {
        InputStream rest = new ByteArrayInputStream(bytes.array(), bytes.position(), bytes.remaining());
        try (InputStream inflater = new InflaterInputStream(rest)) {
            return new CompactInput(inflater.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] raw(int length) {
        byte[] raw = new byte[length];
        bytes.get(raw);
        return raw;
    }

    private long bits(int length) {
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = (bits << Byte.SIZE) | (bytes.get() & 0xff);
        }
        return bits;
    }
}
