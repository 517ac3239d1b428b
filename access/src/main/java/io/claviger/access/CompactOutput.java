package io.claviger.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Bytes with as few of them as can be: what {@link CompactInput} reads. Not thread-safe. */
final class CompactOutput {

    private static final int GROUP_BITS = 7;
    private static final int GROUP_MASK = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /** Seven bits a byte, the lowest first (LEB128, unsigned); a negative number takes ten bytes. */
    void number(long number) {
        long rest = number;
        while ((rest & ~GROUP_MASK) != 0) {
            bytes.write((int) (rest & GROUP_MASK) | MORE);
            rest >>>= GROUP_BITS;
        }
        bytes.write((int) rest);
    }

    /** A text in UTF-8, after its length in bytes. */
    void text(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        number(encoded.length);
        raw(encoded);
    }

    /** Texts, after how many there are. */
    void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    /** Unique IDs, after how many there are. */
    void ids(List<String> ids) {
        number(ids.size());
        ids.forEach(this::id);
    }

    /** The unique ID of an entity or an account, as the bits that it has; another text as it is. */
    void id(String id) {
        if (CompactId.isUniqueId(id)) {
            number(CompactId.UNIQUE_ID);
            bits(CompactId.bits(id.substring(0, CompactId.FIRST_CHARACTERS)), CompactId.FIRST_BYTES);
            bits(CompactId.bits(id.substring(CompactId.FIRST_CHARACTERS)), Long.BYTES);
        } else if (CompactId.isAccount(id)) {
            number(CompactId.ACCOUNT);
            bits(Long.parseLong(id), CompactId.ACCOUNT_BYTES);
        } else {
            number(CompactId.TEXT);
            text(id);
        }
    }

    /** What is so many bytes in base 64, as those bytes; another text as it is. */
    void coded(String text, Base64Alphabet alphabet, int length) {
        byte[] decoded = alphabet.decoded(text);
        if (decoded.length == length && alphabet.encoded(decoded).equals(text)) {
            number(0);
            raw(decoded);
        } else {
            number(1);
            text(text);
        }
    }

    /** So many zeros. */
    void zeros(int count) {
        raw(new byte[count]);
    }

    /** Bytes as they are. */
    void raw(byte[] more) {
        bytes.writeBytes(more);
    }

    private void bits(long value, int length) {
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** The bytes so far, deflated (RFC 1950). */
    byte[] deflated() {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(size());
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    /** The alphabets of base 64 in RFC 4648, each as Claviger writes it. */
    @SuppressWarnings("ImmutableEnumChecker") // the JDK's coders are immutable
    enum Base64Alphabet {
        /** With padding. */
        STANDARD(Base64.getEncoder(), Base64.getDecoder()),
        /** Without padding. */
        URL(Base64.getUrlEncoder().withoutPadding(), Base64.getUrlDecoder());

        private final Base64.Encoder encoder;
        private final Base64.Decoder decoder;

        Base64Alphabet(Base64.Encoder encoder, Base64.Decoder decoder) {
            this.encoder = encoder;
            this.decoder = decoder;
        }

        String encoded(byte[] bytes) {
            return encoder.encodeToString(bytes);
        }

        /** The bytes; none if the text is not in this alphabet. */
        byte[] decoded(String text) {
            try {
                return decoder.decode(text);
            } catch (IllegalArgumentException notBase64) {
                return new byte[0];
            }
        }
    }
}
