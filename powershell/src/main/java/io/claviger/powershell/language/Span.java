package io.claviger.powershell.language;

/**
 * A place in a text.
 *
 * @param start the first character, from 0
 * @param end the one after the last
 */
public record Span(int start, int end) {}
