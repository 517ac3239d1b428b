package io.claviger.powershell.language;

/**
 * Where something stands in the text.
 *
 * @param start the first character, from 0
 * @param end the one after the last
 */
public record Span(int start, int end) {}
