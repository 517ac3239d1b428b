package io.claviger.bench;

/**
 * How much is measured.
 *
 * @param rounds how often a measure and its baseline alternate
 * @param seconds how long each takes
 * @param users how many the larger database has
 */
record Effort(int rounds, int seconds, int users) {}
