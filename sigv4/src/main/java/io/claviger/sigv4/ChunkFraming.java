package io.claviger.sigv4;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The frame around the chunks: "{@code string(IntHexBase(chunk-size)) + ";chunk-signature=" + signature + \r\n +
 * chunk-data + \r\n}". Bounded in everything it reads. For one thread.
 */
final class ChunkFraming {

    /** A size, a signature and what is between them. */
    private static final int LONGEST_LINE = 4_096;

    private static final int LONGEST_SIZE = 15;
    private static final String SIGNATURE = ";chunk-signature=";

    private final InputStream body;

    ChunkFraming(InputStream body) {
        this.body = new BufferedInputStream(body);
    }

    /**
     * What stands before a chunk.
     *
     * @param signature empty where chunks have none
     */
    record ChunkHeader(long size, String signature) {}

    /** Reads what stands before a chunk, which may not be longer than what is missing of the body. */
    ChunkHeader chunkHeader(boolean signed, long missing) throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        if (signed != (extension >= 0) || (signed && !line.startsWith(SIGNATURE, extension))) {
            throw incomplete();
        }
        long size = size(signed ? line.substring(0, extension) : line);
        if (size > missing) {
            throw incomplete();
        }
        if (signed && size > Bounds.SIGNED_CHUNK) {
            throw new PayloadRefusedException(Refusals.tooLarge("chunk", Bounds.SIGNED_CHUNK));
        }
        return new ChunkHeader(size, signed ? line.substring(extension + SIGNATURE.length()) : "");
    }

    /** Reads exactly so many bytes. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = body.readNBytes(count);
        if (bytes.length < count) {
            throw incomplete();
        }
        return bytes;
    }

    /** Reads a line that ends with a line feed, with or without a carriage return before it. */
    String line() throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        for (int length = 0; length < LONGEST_LINE; length++) {
            int next = body.read();
            if (next < 0) {
                throw incomplete();
            }
            if (next == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.UTF_8);
            }
            line[length] = (byte) next;
        }
        throw incomplete();
    }

    /** Reads a carriage return and a line feed. */
    void lineEnd() throws IOException {
        if (body.read() != '\r' || body.read() != '\n') {
            throw incomplete();
        }
    }

    /** Makes sure that nothing follows. */
    void end() throws IOException {
        if (body.read() >= 0) {
            throw incomplete();
        }
    }

    void close() throws IOException {
        body.close();
    }

    private static long size(String hexadecimal) throws PayloadRefusedException {
        if (hexadecimal.isEmpty() || hexadecimal.length() > LONGEST_SIZE) {
            throw incomplete();
        }
        long size = 0;
        for (int i = 0; i < hexadecimal.length(); i++) {
            char c = hexadecimal.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw incomplete();
            }
            size = (size << 4) | digit;
        }
        return size;
    }

    private static PayloadRefusedException incomplete() {
        return new PayloadRefusedException(Refusals.incompleteBody());
    }
}
