package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The chain of signatures of a chunked body: each chunk's string to sign holds the signature before it, and the first
 * holds that of the headers, so no chunk can be changed, dropped or moved. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature calculations for the
 *     Authorization header: transferring payload in multiple chunks</a>
 */
final class ChunkSignatures {

    private final SigningKey key;
    private final SigningTime time;
    private final String previous;

    /** A chain that starts with the signature of the headers. */
    ChunkSignatures(SigningKey key, SigningTime time, String seed) {
        this.key = key;
        this.time = time;
        this.previous = seed;
    }

    /** The signature that the next chunk must have. */
    String ofChunk(byte[] chunk) {
        return key.sign(StringToSign.ofChunk(time, key.scope(), previous, Sha256.hexHash(chunk)));
    }

    /** The signature that the trailer must have. */
    String ofTrailer(String canonicalTrailer) {
        byte[] trailer = canonicalTrailer.getBytes(StandardCharsets.UTF_8);
        return key.sign(StringToSign.ofTrailer(time, key.scope(), previous, Sha256.hexHash(trailer)));
    }

    /** The chain with one more signature on it. */
    ChunkSignatures after(String signature) {
        return new ChunkSignatures(key, time, signature);
    }

    /** Compares in a time that does not depend on where the two differ. */
    static boolean equal(String calculated, String sent) {
        return MessageDigest.isEqual(
                calculated.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
