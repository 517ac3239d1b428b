package io.claviger.sigv4;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body inside an {@code aws-chunked} stream. Signed chunks are held back until their signature is checked; the end
 * of the stream is reported only once length, last chunk and trailer are. Reading throws {@link
 * PayloadRefusedException} for a body that is not the one that was signed, and again on every later read. For one
 * thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Transferring payload in multiple
 *     chunks</a>
 */
public final class ChunkedPayload extends InputStream {

    private static final int UNSIGNED_PIECE = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final ChunkFraming framing;
    private final ChunkFormat format;
    private final Set<String> announcedTrailers;
    private ChunkSignatures signatures;

    /** Bytes of the body still to come. */
    private long missing;

    /** Bytes of an unsigned chunk still to come. */
    private long missingOfChunk;

    private byte[] ready = NOTHING;
    private int position;
    private boolean ended;
    private List<Header> trailer = List.of();
    private @Nullable Refusal refused;

    ChunkedPayload(
            InputStream body,
            ChunkFormat format,
            long decodedLength,
            Set<String> announcedTrailers,
            ChunkSignatures signatures) {
        this.framing = new ChunkFraming(body);
        this.format = format;
        this.missing = decodedLength;
        this.announcedTrailers = announcedTrailers;
        this.signatures = signatures;
    }

    /**
     * The headers that followed the body, such as a checksum, in the order sent. Checking a checksum is the reader's.
     *
     * @throws IllegalStateException before the end of the stream was reached
     */
    public List<Header> trailer() {
        if (!ended) {
            throw new IllegalStateException("the trailer comes after the body");
        }
        return trailer;
    }

    @Override
    public int read() throws IOException {
        return available(1) ? ready[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!available(length)) {
            return -1;
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, into, offset, count);
        position += count;
        return count;
    }

    /** Closes the raw body, read to its end or not. */
    @Override
    public void close() throws IOException {
        framing.close();
    }

    /** Whether verified bytes are at hand, after reading on where there were none. */
    private boolean available(int wanted) throws IOException {
        if (refused != null) {
            throw new PayloadRefusedException(refused);
        }
        try {
            while (position == ready.length && !ended) {
                readOn(wanted);
            }
        } catch (PayloadRefusedException e) {
            refused = e.refusal();
            throw e;
        }
        return position < ready.length;
    }

    private void readOn(int wanted) throws IOException {
        position = 0;
        ready = NOTHING;
        if (missingOfChunk > 0) {
            readPiece(wanted);
            return;
        }
        ChunkFraming.ChunkHeader header = framing.chunkHeader(format.isSigned(), missing);
        if (header.size() == 0) {
            verify(NOTHING, header);
            end();
        } else if (format.isSigned()) {
            byte[] chunk = framing.bytes((int) header.size());
            framing.lineEnd();
            verify(chunk, header);
            missing -= chunk.length;
            ready = chunk;
        } else {
            missingOfChunk = header.size();
        }
    }

    private void readPiece(int wanted) throws IOException {
        ready = framing.bytes((int) Math.min(missingOfChunk, Math.max(wanted, UNSIGNED_PIECE)));
        missingOfChunk -= ready.length;
        missing -= ready.length;
        if (missingOfChunk == 0) {
            framing.lineEnd();
        }
    }

    private void verify(byte[] chunk, ChunkFraming.ChunkHeader header) throws PayloadRefusedException {
        if (format.isSigned()) {
            if (!ChunkSignatures.equal(signatures.ofChunk(chunk), header.signature())) {
                throw new PayloadRefusedException(Refusals.chunkDoesNotMatch());
            }
            signatures = signatures.after(header.signature());
        }
    }

    private void end() throws IOException {
        if (missing != 0) {
            throw new PayloadRefusedException(Refusals.incompleteBody());
        }
        if (format.hasTrailer()) {
            ChunkTrailer read = ChunkTrailer.read(framing, announcedTrailers, format.isSigned());
            if (format.isSigned() && !ChunkSignatures.equal(signatures.ofTrailer(read.canonical()), read.signature())) {
                throw new PayloadRefusedException(Refusals.chunkDoesNotMatch());
            }
            trailer = read.headers();
        } else {
            framing.lineEnd();
        }
        framing.end();
        ended = true;
    }
}
