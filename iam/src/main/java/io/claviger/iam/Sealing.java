package io.claviger.iam;

import java.util.Optional;

/**
 * Authenticated encryption under the deployment's sealing key (AES-256-GCM). What is sealed for one context cannot be
 * opened for another. Thread-safe.
 */
public interface Sealing {

    /** Seals a text for a context, such as the ID of the access key that the secret belongs to. */
    byte[] seal(String plaintext, String context);

    /** The text that was sealed for the context; empty if the bytes were altered, or sealed under another key. */
    Optional<String> open(byte[] sealed, String context);
}
