package io.claviger.sigv4;

import java.io.InputStream;
import java.util.Set;

/** What a verified signature says about the body. */
public sealed interface Payload {

    /** The body is the one that was signed. */
    record Signed() implements Payload {}

    /** The signer left the body open: the sender of the request decides what is in it. */
    record Unsigned() implements Payload {}

    /** The body is an {@code aws-chunked} stream, to be read through {@link #open}. Immutable. */
    final class Chunked implements Payload {

        private final ChunkFormat format;
        private final long decodedLength;
        private final Set<String> announcedTrailers;
        private final ChunkSignatures signatures;

        Chunked(ChunkFormat format, long decodedLength, Set<String> announcedTrailers, ChunkSignatures signatures) {
            this.format = format;
            this.decodedLength = decodedLength;
            this.announcedTrailers = announcedTrailers;
            this.signatures = signatures;
        }

        /** How many bytes the body holds once decoded: {@code x-amz-decoded-content-length}. */
        public long decodedLength() {
            return decodedLength;
        }

        /** Whether the chunks are signed; otherwise only the trailer's checksum speaks for them. */
        public boolean isSigned() {
            return format.isSigned();
        }

        /**
         * Opens the body. What the stream gives has been verified.
         *
         * @param body the raw body of the request, at its start
         */
        public ChunkedPayload open(InputStream body) {
            return new ChunkedPayload(body, format, decodedLength, announcedTrailers, signatures);
        }
    }
}
