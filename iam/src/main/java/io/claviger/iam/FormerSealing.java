package io.claviger.iam;

import java.time.Instant;

/**
 * The sealing key before this one. What was sealed under it for a time only is still opened until its end.
 *
 * @param sealing opens what was sealed under it
 * @param replaced when another key took its place
 */
public record FormerSealing(Sealing sealing, Instant replaced) {}
