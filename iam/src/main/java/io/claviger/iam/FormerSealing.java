package io.claviger.iam;

import java.time.Instant;

/**
 * The sealing key before this one. What was sealed under it for a time only is still opened until its end.
 *
 * @param sealing opens what was sealed under it
 * @param replaced until when things may have been sealed under it: what says that it was sealed later was not
 */
public record FormerSealing(Sealing sealing, Instant replaced) {}
