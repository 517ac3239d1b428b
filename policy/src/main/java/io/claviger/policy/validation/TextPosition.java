package io.claviger.policy.validation;

/**
 * A place in a text, counted as Access Analyzer's API counts. Immutable.
 *
 * @param line the line, counted from 1
 * @param column the character in the line, counted from 0
 * @param offset the character in the text, counted from 0, in UTF-16 code units
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Position.html">Position</a>
 */
public record TextPosition(int line, int column, int offset) {}
