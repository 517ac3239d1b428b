package io.claviger.server.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes that are gathered, and can be looked at without a copy. For one thread. */
final class Lines extends ByteArrayOutputStream {

    private static final int USUAL = 256 * 1024;

    Lines() {
        super(USUAL);
    }

    /** What was gathered; good until something is gathered again. */
    ByteBuffer content() {
        return ByteBuffer.wrap(buf, 0, count);
    }

    /** Forgets what came after the first so many bytes. */
    void cutTo(int length) {
        count = Math.min(count, length);
    }
}
