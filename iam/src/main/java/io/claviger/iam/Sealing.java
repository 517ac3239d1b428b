package io.claviger.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * Authenticated encryption under the deployment's sealing key (AES-256-GCM). What is sealed for one context cannot be
 * opened for another. Thread-safe.
 */
public interface Sealing {

    /** Seals bytes for a context. */
    byte[] sealBytes(byte[] plaintext, String context);

    /** The bytes that were sealed for the context; empty if they were altered, or sealed under another key. */
    Optional<byte[]> openBytes(byte[] sealed, String context);

    /** Seals a text for a context, such as the ID of the access key that the secret belongs to. */
    default byte[] seal(String plaintext, String context) {
        return sealBytes(plaintext.getBytes(UTF_8), context);
    }

    /** The text that was sealed for the context; empty if the bytes were altered, or sealed under another key. */
    default Optional<String> open(byte[] sealed, String context) {
        return openBytes(sealed, context).map(bytes -> new String(bytes, UTF_8));
    }
}
