package io.claviger.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;

/** A response around its one blob, which may be too long for memory. Immutable. */
public final class StreamedResponse {

    /** A multiple of 3, so that no piece but the last is padded. */
    private static final int PIECE = 48 * 1024;

    private final byte[] before;
    private final byte[] after;

    StreamedResponse(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Writes the response, with the blob as base64. Reads both to the end, and closes neither.
     *
     * @throws IOException if one of them fails
     */
    public void write(InputStream blob, OutputStream out) throws IOException {
        out.write(before);
        Base64.Encoder base64 = Base64.getEncoder();
        for (byte[] piece = blob.readNBytes(PIECE); piece.length > 0; piece = blob.readNBytes(PIECE)) {
            out.write(base64.encode(piece));
        }
        out.write(after);
    }
}
