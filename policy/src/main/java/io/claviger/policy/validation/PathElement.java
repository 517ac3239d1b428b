package io.claviger.policy.validation;

/**
 * One step of a path into a JSON text. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html">PathElement</a>
 */
public sealed interface PathElement {

    /**
     * To an element of an array.
     *
     * @param index its position, counted from 0
     */
    record Index(int index) implements PathElement {}

    /**
     * To a name in an object.
     *
     * @param key the name
     */
    record Key(String key) implements PathElement {}

    /**
     * To the value of a name in an object.
     *
     * @param value the name
     */
    record Value(String value) implements PathElement {}

    /**
     * To part of a string.
     *
     * @param start its first character, counted from 0, once escapes are resolved
     * @param length how many characters it has
     */
    record Substring(int start, int length) implements PathElement {}
}
